// Works by when they came into the graph.
// Columns: none
CREATE INDEX workArrived IF NOT EXISTS FOR (n:Work) ON (n.arrivedAt)

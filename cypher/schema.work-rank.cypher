// Lists all works in rank order.
// Columns: none
CREATE INDEX workRank IF NOT EXISTS FOR (n:Work) ON (n.citationCount, n.sortYear)

// Lists all researchers by name.
// Columns: none
CREATE INDEX researcherName IF NOT EXISTS FOR (n:Researcher) ON (n.sortName)

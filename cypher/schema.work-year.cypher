// Lists all works by year.
// Columns: none
CREATE INDEX workYear IF NOT EXISTS FOR (n:Work) ON (n.sortYear, n.citationCount)

// Finds works by DOI.
// Columns: none
CREATE INDEX workDoi IF NOT EXISTS FOR (n:Work) ON (n.doi)

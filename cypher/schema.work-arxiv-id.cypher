// Finds works by arXiv id.
// Columns: none
CREATE INDEX workArxivId IF NOT EXISTS FOR (n:Work) ON (n.arxivId)

// Lists all researchers by citations.
// Columns: none
CREATE INDEX researcherCitations IF NOT EXISTS FOR (n:Researcher) ON (n.citationCount)

// Lists all researchers in rank order.
// Columns: none
CREATE INDEX researcherRank IF NOT EXISTS FOR (n:Researcher) ON (n.worksCount)

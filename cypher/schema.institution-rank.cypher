// Lists all institutions in rank order.
// Columns: none
CREATE INDEX institutionRank IF NOT EXISTS FOR (n:Institution) ON (n.worksCount)

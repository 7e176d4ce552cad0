// Lists researchers whose owners came forward; of all others nothing is stored.
// Columns: none
CREATE INDEX researcherClaim IF NOT EXISTS FOR (n:Researcher) ON (n.claim)

// Lists researchers who are closed to collaboration; of all others nothing is stored.
// Columns: none
CREATE INDEX researcherOpen IF NOT EXISTS FOR (n:Researcher) ON (n.openToCollaborate)

// Lists researchers whose works look like those of several people.
// Columns: none
CREATE INDEX researcherConsistent IF NOT EXISTS FOR (n:Researcher) ON (n.consistent)

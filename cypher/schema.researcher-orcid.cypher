// Finds a researcher by ORCID iD.
// Columns: none
CREATE INDEX researcherOrcid IF NOT EXISTS FOR (n:Researcher) ON (n.orcid)

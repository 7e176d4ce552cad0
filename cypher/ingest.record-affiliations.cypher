// Keeps what a researcher's own record states of affiliations beside what ORCID adds.
// $rows: id, recordedAffiliations (JSON, null where ORCID says nothing)
// Columns: none
UNWIND $rows AS row
MATCH (r:Researcher {id: row.id})
SET r.recordedAffiliations = row.recordedAffiliations

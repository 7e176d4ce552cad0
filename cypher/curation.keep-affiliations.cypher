// Keeps what a researcher's own record states of affiliations, and what came to it from a record that was merged into it.
// $id; $recordedAffiliations, $mergedAffiliations: JSON, or null
// Columns: none
MATCH (r:Researcher {id: $id})
SET r.recordedAffiliations = $recordedAffiliations, r.mergedAffiliations = $mergedAffiliations

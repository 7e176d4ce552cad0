// A claim on the record of a merge that waited then and was approved since.
// $curation: the merge
// Columns: claim (id)
MATCH (:Curation {id: $curation})-[:HAD_CLAIM {pending: true}]->(c:Claim {state: 'APPROVED'})
RETURN c.id AS claim LIMIT 1

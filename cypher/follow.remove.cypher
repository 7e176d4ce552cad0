// Lets an account not follow a researcher any more.
// $account, $researcher: ids
// Columns: removed (whether it did before)
MATCH (r:Researcher {id: $researcher})
SET r.id = r.id
WITH r
OPTIONAL MATCH (:Account {id: $account})-[f:FOLLOWS]->(r)
WITH f, f IS NOT NULL AS removed
DELETE f
RETURN removed

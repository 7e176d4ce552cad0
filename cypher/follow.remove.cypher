// Lets an account not follow a researcher any more.
// $account, $researcher: ids
// Columns: removed (whether it did before)
OPTIONAL MATCH (:Account {id: $account})-[f:FOLLOWS]->(:Researcher {id: $researcher})
WITH f, f IS NOT NULL AS removed
DELETE f
RETURN removed

// Which researchers an account follows.
// $keys ids of researchers; $account: id
// Columns: key, value (always true)
UNWIND $keys AS key
MATCH (r:Researcher {id: key})
WHERE EXISTS { (:Account {id: $account})-[:FOLLOWS]->(r) }
RETURN key, true AS value

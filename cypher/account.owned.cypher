// The record that each account owns.
// $keys ids of accounts
// Columns: key, value (id of a researcher)
UNWIND $keys AS key
MATCH (:Account {id: key})-[:OWNS]->(r:Researcher)
RETURN key, r.id AS value

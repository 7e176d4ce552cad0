// The claims of accounts, newest first.
// $keys ids of accounts
// Columns: key, value
UNWIND $keys AS key
MATCH (a:Account {id: key})
CALL (a) {
  MATCH (a)-[:MADE]->(c:Claim)-[:OF]->(r:Researcher)
  RETURN c, r ORDER BY c.id DESC LIMIT 100
}
RETURN key,
  // include claim
  AS value
ORDER BY value.id DESC

// Claims by id.
// $keys ids
// Columns: key, value
UNWIND $keys AS key
MATCH (a:Account)-[:MADE]->(c:Claim {id: key})-[:OF]->(r:Researcher)
RETURN key,
  // include claim
  AS value

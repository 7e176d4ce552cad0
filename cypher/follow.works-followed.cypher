// How many works those have whom accounts follow, each counted for every one of them.
// $keys ids of accounts
// Columns: key, value
UNWIND $keys AS key
MATCH (a:Account {id: key})
OPTIONAL MATCH (a)-[:FOLLOWS]->(r:Researcher)
RETURN key, sum(r.worksCount) AS value

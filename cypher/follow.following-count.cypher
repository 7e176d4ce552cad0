// How many researchers accounts follow.
// $keys ids of accounts
// Columns: key, value
UNWIND $keys AS key
MATCH (a:Account {id: key})
RETURN key, COUNT { (a)-[:FOLLOWS]->(:Researcher) } AS value

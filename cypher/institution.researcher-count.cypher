// How many researchers each institution has.
// params: $keys institution ids
// columns: key, value
UNWIND $keys AS key
MATCH (i:Institution {id: key})
RETURN key, COUNT { (i)<-[:AFFILIATED]-() } AS value

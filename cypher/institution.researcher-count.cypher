// How many researchers each institution has.
// $keys institution ids
// Columns: key, value
UNWIND $keys AS key
MATCH (i:Institution {id: key})
RETURN key, COUNT { (i)<-[:AFFILIATED]-() } AS value

// How many researchers each topic has.
// params: $keys topic ids
// columns: key, value
UNWIND $keys AS key
MATCH (t:Topic {id: key})
RETURN key, COUNT { (t)<-[:RESEARCHES]-() } AS value

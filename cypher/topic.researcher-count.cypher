// How many researchers each topic has.
// $keys topic ids
// Columns: key, value
UNWIND $keys AS key
MATCH (t:Topic {id: key})
RETURN key, COUNT { (t)<-[:RESEARCHES]-() } AS value

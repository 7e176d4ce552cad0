// Who follows researchers.
// $ids: the researchers
// Columns: id, followers (ids of accounts)
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
RETURN id, COLLECT { MATCH (r)<-[:FOLLOWS]-(a) RETURN a.id } AS followers

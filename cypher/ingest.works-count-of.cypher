// How many works change when an id goes: a look at the number of edges, not a walk. Ids that no node has are left out.
// $ids: the ids
// Columns: id, works
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Researcher {id: id}) RETURN COUNT { (n)-[:AUTHORED]->() } AS works
  UNION ALL
  MATCH (n:Work {id: id}) RETURN COUNT { (n)<-[:CITES]-() } AS works
  UNION ALL
  MATCH (n:Topic {id: id}) RETURN COUNT { (n)<-[:ABOUT]-() } AS works
  UNION ALL
  MATCH (n:Institution {id: id}) RETURN COUNT { (n)<-[:PRODUCED_AT]-() } AS works
}
RETURN id, works

// Nodes that may be about to move, whole.
// $ids: their ids
// Columns: id, kind (its label), properties
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Researcher {id: id}) RETURN n, 'researcher' AS kind
  UNION ALL
  MATCH (n:Work {id: id}) RETURN n, 'work' AS kind
  UNION ALL
  MATCH (n:Topic {id: id}) RETURN n, 'topic' AS kind
  UNION ALL
  MATCH (n:Institution {id: id}) RETURN n, 'institution' AS kind
}
RETURN id, kind, properties(n) AS properties

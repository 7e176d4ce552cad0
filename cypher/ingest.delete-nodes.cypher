// Removes nodes with all their edges.
// $ids: their ids
// Columns: none
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Researcher {id: id}) RETURN n
  UNION ALL
  MATCH (n:Work {id: id}) RETURN n
  UNION ALL
  MATCH (n:Topic {id: id}) RETURN n
  UNION ALL
  MATCH (n:Institution {id: id}) RETURN n
}
DETACH DELETE n

// The works of researchers, topics and institutions.
// $ids: their ids
// Columns: id
UNWIND $ids AS id
CALL (id) {
  MATCH (:Researcher {id: id})-[:AUTHORED]->(w:Work) RETURN w
  UNION ALL
  MATCH (:Topic {id: id})<-[:ABOUT]-(w:Work) RETURN w
  UNION ALL
  MATCH (:Institution {id: id})<-[:PRODUCED_AT]-(w:Work) RETURN w
}
RETURN DISTINCT w.id AS id

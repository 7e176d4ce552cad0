// Removes edges of works to their authors, topics and institutions.
// $rows: work, authored, about, producedAt (maps of the ids at the other ends)
// Columns: none
UNWIND $rows AS row
MATCH (w:Work {id: row.work})
CALL (w, row) {
  MATCH (w)<-[e:AUTHORED]-(other)
  WHERE row.authored[other.id]
  DELETE e
}
CALL (w, row) {
  MATCH (w)-[e:ABOUT]->(other)
  WHERE row.about[other.id]
  DELETE e
}
CALL (w, row) {
  MATCH (w)-[e:PRODUCED_AT]->(other)
  WHERE row.producedAt[other.id]
  DELETE e
}

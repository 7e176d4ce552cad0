// Compares citations with the reference lists of works.
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (w:Work {id: id})
RETURN id,
  COLLECT { MATCH (w)-[:CITES]->(cited) RETURN [cited.id] } AS stored,
  COLLECT {
    UNWIND w.references AS reference
    MATCH (cited:Work {id: reference})
    RETURN [cited.id]
  } AS counted

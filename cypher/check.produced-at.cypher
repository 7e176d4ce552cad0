// Compares the edges from works to institutions with the institutions that the works name.
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (w:Work {id: id})
RETURN id,
  COLLECT { MATCH (w)-[e:PRODUCED_AT]->(i) RETURN [i.id, e.institutionId, e.citationCount, e.year] } AS stored,
  COLLECT {
    UNWIND w.institutionIds AS institution
    MATCH (i:Institution {id: institution})
    RETURN [i.id, i.id, w.citationCount, coalesce(w.year, 0)]
  } AS counted

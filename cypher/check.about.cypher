// Compares what the edges from works to topics copy with the works and topics themselves.
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (w:Work {id: id})
RETURN id,
  COLLECT { MATCH (w)-[e:ABOUT]->(t) RETURN [t.id, e.topicId, e.citationCount, e.year] } AS stored,
  COLLECT { MATCH (w)-[:ABOUT]->(t) RETURN [t.id, t.id, w.citationCount, coalesce(w.year, 0)] } AS counted

// Recounts the interests of researchers from the topics of their works.
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
RETURN id,
  COLLECT { MATCH (r)-[e:RESEARCHES]->(t) RETURN [t.id, e.works, e.topicId] } AS stored,
  COLLECT {
    MATCH (r)-[:AUTHORED]->(w)-[:ABOUT]->(t)
    WITH t, count(*) AS works
    RETURN [t.id, works, t.id]
  } AS counted

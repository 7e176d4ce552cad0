// Recounts the topics of institutions from their works.
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (i:Institution {id: id})
RETURN id,
  COLLECT { MATCH (i)-[e:ACTIVE_IN]->(t) RETURN [t.id, e.works, e.topicId, e.institutionId] } AS stored,
  COLLECT {
    MATCH (i)<-[:PRODUCED_AT]-(w)-[:ABOUT]->(t)
    WITH t, count(*) AS works
    RETURN [t.id, works, t.id, id]
  } AS counted

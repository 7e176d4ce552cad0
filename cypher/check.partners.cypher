// Recounts the partners with a higher id of institutions from joint works.
// $maxAuthors: larger works do not count
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (i:Institution {id: id})
RETURN id,
  COLLECT { MATCH (i)-[p:PARTNER]->(other) RETURN [other.id, p.works, p.lowerId, p.higherId] } AS stored,
  COLLECT {
    MATCH (i)<-[:PRODUCED_AT]-(w:Work)-[:PRODUCED_AT]->(other:Institution)
    WHERE w.authorCount <= $maxAuthors AND other.id > i.id
    WITH other, count(*) AS works
    RETURN [other.id, works, id, other.id]
  } AS counted

// Each work's topics, best score first.
// $keys work ids
// Columns: key, id, name, score
UNWIND $keys AS key
MATCH (:Work {id: key})-[e:ABOUT]->(t:Topic)
WITH key, e, t
ORDER BY key, e.score DESC, t.id
RETURN key, t.id AS id, t.name AS name, e.score AS score

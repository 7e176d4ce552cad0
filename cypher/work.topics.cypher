// Each work's topics, best score first.
// $keys work ids
// Columns: key, value
UNWIND $keys AS key
MATCH (:Work {id: key})-[e:ABOUT]->(t:Topic)
WITH key, e, t
ORDER BY key, e.score DESC, t.id
RETURN key, {id: t.id, score: e.score} AS value

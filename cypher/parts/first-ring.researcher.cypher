// What surrounds the researcher whose id is key, best first within each kind; as of any node in parts/first-ring.
// $works $topics $institutions $researchers limits
MATCH (c:Researcher {id: key})
CALL (c) {
  WITH c WHERE $works > 0
  MATCH (c)-[:AUTHORED]->(w:Work)
  WITH DISTINCT w
  WITH w ORDER BY w.citationCount DESC, coalesce(w.year, 0) DESC, w.id LIMIT $works
  RETURN collect(w) AS works
}
CALL (c) {
  WITH c WHERE $topics > 0
  MATCH (c)-[e:RESEARCHES]->(t:Topic)
  WITH t ORDER BY e.works DESC, t.id LIMIT $topics
  RETURN collect(t) AS topics
}
CALL (c) {
  WITH c WHERE $institutions > 0
  MATCH (c)-[e:AFFILIATED]->(i:Institution)
  WITH i ORDER BY coalesce(e.works, 1) DESC, i.id LIMIT $institutions
  RETURN collect(i) AS institutions
}
CALL (c) {
  WITH c WHERE $researchers > 0
  MATCH (c)-[e:COAUTHOR]-(r:Researcher)
  WITH r ORDER BY e.works DESC, coalesce(e.lastYear, 0) DESC, r.id LIMIT $researchers
  RETURN collect(r) AS researchers
}
RETURN c, 'RESEARCHER' AS type, works, topics, institutions, researchers, [] AS led

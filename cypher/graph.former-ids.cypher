// What became of ids that moved, and which nodes stand for them now: of each target the nearest that is there, since a
// target may have moved in its turn.
// $keys ids
// Lists: targets of [id, type]
// Columns: key, value
UNWIND $keys AS key
MATCH (f:FormerId {id: key})
WHERE f.state IS NOT NULL
OPTIONAL CALL (f) {
  MATCH (f)-[became:BECAME]->(direct)
  CALL (direct) {
    MATCH way = (direct)-[:BECAME]->{0,32}(end)
    MATCH (n:Researcher|Work|Topic|Institution {id: end.id})
    RETURN n ORDER BY length(way) LIMIT 1
  }
  RETURN n, min(became.place) AS place
}
WITH key, f, n ORDER BY place
WITH key, f, collect(CASE WHEN n IS NOT NULL THEN [n.id, toUpper(labels(n)[0])] END) AS targets
RETURN key, f {.state, .at, .reason, targets: targets} AS value

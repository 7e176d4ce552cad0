// Which of the coauthors of researchers wrote together, and on how many works: those of at most $most coauthors.
// $keys ids; $most
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (r:Researcher {id: key})
  WHERE r.collaboratorsCount <= $most
  MATCH (r)-[:COAUTHOR]-(one)-[c:COAUTHOR]->(other)
  WHERE EXISTS { (r)-[:COAUTHOR]-(other) }
  RETURN one.id AS one, other.id AS other, c.works AS works
}
RETURN key, [one, other, works] AS value

// Hands what records state of where a researcher worked to the one who stands for them. What was derived for that one is
// removed: it is derived anew where nothing is stated.
// $rows: from, to (researchers)
// Columns: institution
UNWIND $rows AS row
MATCH (kept:Researcher {id: row.to})
CALL (kept) {
  MATCH (kept)-[a:AFFILIATED]->()
  WHERE a.stated IS NULL
  DELETE a
}
MATCH (:Researcher {id: row.from})-[a:AFFILIATED]->(i:Institution)
WHERE a.stated AND NOT EXISTS { (kept)-[:AFFILIATED]->(i) }
CREATE (kept)-[b:AFFILIATED]->(i)
SET b = properties(a)
RETURN i.id AS institution

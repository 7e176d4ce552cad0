// Hands what records state of where a researcher worked to the one who stands for them, where they state nothing of that
// one. Nobody gets it where none does. What was derived for that one is removed when affiliations are brought up to date.
// $rows: from, to (researchers; to may be null)
// Columns: institution
UNWIND $rows AS row
MATCH (:Researcher {id: row.from})-[a:AFFILIATED]->(i:Institution)
WHERE a.stated
CALL (row, a, i) {
  MATCH (kept:Researcher {id: row.to})
  MERGE (kept)-[b:AFFILIATED]->(i)
    ON CREATE SET b = properties(a)
    ON MATCH SET b = CASE WHEN b.stated THEN properties(b) ELSE properties(a) END
}
RETURN DISTINCT i.id AS institution

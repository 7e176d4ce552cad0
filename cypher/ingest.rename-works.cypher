// Gives works another id, which no node has; their edges stay. The record is dated anew by the next one of the new id.
// $rows: from, to
// Columns: citing (a work whose list of references names it), cited (a work that it cites)
UNWIND $rows AS row
MATCH (w:Work {id: row.from})
SET w.id = row.to
REMOVE w.sourceUpdatedAt
WITH row, w
CALL (row, w) {
  MATCH (citing:Work)-[:CITES]->(w)
  SET citing.references = [id IN citing.references | CASE id WHEN row.from THEN row.to ELSE id END]
  RETURN citing.id AS citing, null AS cited
  UNION ALL
  MATCH (w)-[:CITES]->(other:Work)
  RETURN null AS citing, other.id AS cited
}
RETURN citing, cited

// Lets who cites a work cite another in its place.
// $rows: from (id that is about to go), to (id that stands for it)
// Columns: citing
UNWIND $rows AS row
MATCH (citing:Work)-[c:CITES]->(former:Work {id: row.from})
MATCH (kept:Work {id: row.to})
SET citing.references = CASE
  WHEN citing = kept OR row.to IN citing.references THEN [id IN citing.references WHERE id <> row.from]
  ELSE [id IN citing.references | CASE id WHEN row.from THEN row.to ELSE id END]
END
WITH citing, c, kept
WHERE citing <> kept
MERGE (citing)-[d:CITES]->(kept)
  ON CREATE SET d.sources = c.sources
RETURN DISTINCT citing.id AS citing

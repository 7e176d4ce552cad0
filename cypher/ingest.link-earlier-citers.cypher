// Lets works that name a former id in their references cite the work that stands for it.
// $rows: citing, from (former id), to, sources
// Columns: none
UNWIND $rows AS row
MATCH (citing:Work {id: row.citing})
MATCH (cited:Work {id: row.to})
SET citing.references = CASE
  WHEN citing = cited OR row.to IN citing.references THEN [id IN citing.references WHERE id <> row.from]
  ELSE [id IN citing.references | CASE id WHEN row.from THEN row.to ELSE id END]
END
WITH row, citing, cited
WHERE citing <> cited
MERGE (citing)-[c:CITES]->(cited)
  ON CREATE SET c.sources = row.sources

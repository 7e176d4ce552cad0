// Notes a further source of citations that are there.
// $rows: from (citing work), to (cited work), sources
// Columns: none
UNWIND $rows AS row
MATCH (citing:Work {id: row.from})
MATCH (cited:Work {id: row.to})
MATCH (citing)-[c:CITES]->(cited)
SET c.sources = row.sources

// Removes citations.
// $rows: from (citing work), to (cited work)
// Columns: none
UNWIND $rows AS row
MATCH (citing:Work {id: row.from})
MATCH (cited:Work {id: row.to})
MATCH (citing)-[c:CITES]->(cited)
DELETE c

// Adds citations that are not there yet.
// $rows: from (citing work), to (cited work), sources
// Columns: none
UNWIND $rows AS row
MATCH (citing:Work {id: row.from})
MATCH (cited:Work {id: row.to})
CREATE (citing)-[:CITES {sources: row.sources}]->(cited)

// Lets works cite others, also those that they cite already.
// $rows: from (citing work), to (cited work), sources
// Columns: none
UNWIND $rows AS row
MATCH (citing:Work {id: row.from})
MATCH (cited:Work {id: row.to})
MERGE (citing)-[c:CITES]->(cited)
  ON CREATE SET c.sources = row.sources

// Connects works that have no authors yet to them.
// $rows: from (researcher), to (work), properties
// Columns: none
UNWIND $rows AS row
MATCH (r:Researcher {id: row.from})
MATCH (w:Work {id: row.to})
CREATE (r)-[e:AUTHORED]->(w)
SET e = row.properties

// Adds affiliations that are not there yet.
// $rows: from (researcher), to (institution), properties
// Columns: none
UNWIND $rows AS row
MATCH (r:Researcher {id: row.from})
MATCH (i:Institution {id: row.to})
CREATE (r)-[a:AFFILIATED]->(i)
SET a = row.properties

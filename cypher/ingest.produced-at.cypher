// Connects works that have no institutions yet to them.
// $rows: from (work), to (institution)
// Columns: none
UNWIND $rows AS row
MATCH (w:Work {id: row.from})
MATCH (i:Institution {id: row.to})
CREATE (w)-[:PRODUCED_AT {institutionId: row.to, citationCount: w.citationCount, year: coalesce(w.year, 0)}]->(i)

// Changes affiliations that are there.
// $rows: from (researcher), to (institution), properties
// Columns: none
UNWIND $rows AS row
MATCH (r:Researcher {id: row.from})-[a:AFFILIATED {institutionId: row.to}]->()
SET a = row.properties

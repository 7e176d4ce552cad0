// Removes affiliations.
// $rows: from (researcher), to (institution)
// Columns: none
UNWIND $rows AS row
MATCH (r:Researcher {id: row.from})-[a:AFFILIATED {institutionId: row.to}]->()
DELETE a

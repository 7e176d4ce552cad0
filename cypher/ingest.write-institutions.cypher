// Stores institutions.
// $rows: maps of id and the properties to set, null for those to remove
// Columns: none
UNWIND $rows AS row
MERGE (n:Institution {id: row.id})
SET n += row

// Institutions that ROR alone knew, under its key, and that are one of these.
// $ids: ids of institutions
// Columns: id, former
UNWIND $ids AS id
MATCH (i:Institution {id: id})
WHERE i.ror IS NOT NULL AND NOT id STARTS WITH 'ror:'
MATCH (f:Institution {id: 'ror:' + i.ror})
RETURN id, f.id AS former
ORDER BY former, id

// Hands what records state of who worked at an institution to the one that stands for it, where they state nothing of
// that one. Nobody gets it where none does.
// $rows: from, to (institutions; to may be null)
// Columns: researcher
UNWIND $rows AS row
MATCH (:Institution {id: row.from})<-[a:AFFILIATED]-(r:Researcher)
WHERE a.stated
CALL (row, a, r) {
  MATCH (kept:Institution {id: row.to})
  MERGE (r)-[b:AFFILIATED]->(kept)
    ON CREATE SET b = properties(a), b.institutionId = row.to
}
RETURN DISTINCT r.id AS researcher

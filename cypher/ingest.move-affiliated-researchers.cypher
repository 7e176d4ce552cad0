// Hands what records state of who worked at an institution to the one that stands for it, or drops it where none does.
// $rows: from, to (institutions; to may be null)
// Columns: researcher
UNWIND $rows AS row
MATCH (:Institution {id: row.from})<-[a:AFFILIATED]-(r:Researcher)
WHERE a.stated
OPTIONAL MATCH (kept:Institution {id: row.to})
FOREACH (_ IN CASE WHEN kept IS NULL OR EXISTS { (r)-[:AFFILIATED]->(kept) } THEN [] ELSE [1] END |
  CREATE (r)-[b:AFFILIATED]->(kept)
  SET b = properties(a), b.institutionId = row.to
)
RETURN DISTINCT r.id AS researcher

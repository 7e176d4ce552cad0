// Removes coauthor edges that are about to be computed anew, or no longer rest on any work.
// $rows: id (the lower of the pair), others (map of the higher ids)
// Columns: none
UNWIND $rows AS row
MATCH (one:Researcher {id: row.id})-[c:COAUTHOR]->(other)
WHERE row.others[other.id]
DELETE c

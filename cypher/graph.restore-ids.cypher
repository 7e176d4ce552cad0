// Forgets what became of ids: they stand for nodes again.
// $ids: the ids
// Columns: none
UNWIND $ids AS id
MATCH (f:FormerId {id: id})
OPTIONAL MATCH (f)-[b:BECAME]->(target)
DELETE b
REMOVE f.state, f.at, f.reason, f.curation, f.sourceUpdatedAt
WITH collect(DISTINCT f) + collect(DISTINCT target) AS notes
UNWIND notes AS note
WITH DISTINCT note
WHERE note.state IS NULL AND NOT EXISTS { (note)--() }
DELETE note

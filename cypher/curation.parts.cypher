// What a split id stands for, by the splits before.
// $id
// Columns: target
MATCH (f:FormerId {id: $id})-[became:BECAME]->(target)
WHERE f.state = 'SPLIT'
RETURN target.id AS target
ORDER BY became.place

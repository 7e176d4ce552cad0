// Which of many ids stand for no node of their own any more, and what stands for them at the end of all moves.
// $ids: the ids
// Columns: id, to (null where what it stood for is gone)
UNWIND $ids AS id
MATCH (f:FormerId {id: id})
WHERE f.state IN ['MERGED', 'DELETED']
OPTIONAL CALL (f) {
  MATCH (f)-[:BECAME]->{1,33}(end)
  WHERE end.state IS NULL OR end.state = 'SPLIT'
  RETURN end LIMIT 1
}
RETURN id, end.id AS to

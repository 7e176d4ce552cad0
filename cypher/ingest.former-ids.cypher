// Which of many ids stand for no node of their own any more, or for a part of what they stood for, and what stands for
// them at the end of all moves.
// $ids: the ids
// to is null where what it stood for is gone, and a split id itself; endedAt is the date of the record that ended it;
// statedAs the id, on the way there, that a moderator joined to another: sources go on to use it; parts all that a split id
// stands for now, itself first
// Columns: id, to, endedAt, statedAs, parts
UNWIND $ids AS id
MATCH (f:FormerId {id: id})
WHERE f.state IS NOT NULL
OPTIONAL CALL (f) {
  WITH f WHERE f.state <> 'SPLIT'
  MATCH way = (f)-[:BECAME]->{1,33}(end)
  WHERE end.state IS NULL OR end.state = 'SPLIT'
  RETURN end, nodes(way)[..-1] AS passed
  LIMIT 1
}
WITH id, f, CASE f.state WHEN 'SPLIT' THEN f ELSE end END AS end, passed
RETURN id, end.id AS to, f.sourceUpdatedAt AS endedAt, head([note IN passed WHERE note.curation IS NOT NULL | note.id]) AS statedAs,
  CASE WHEN end.state = 'SPLIT' THEN COLLECT {
    MATCH (end)-[became:BECAME]->(direct)
    CALL (direct) {
      MATCH way = (direct)-[:BECAME]->{0,32}(part)
      WHERE EXISTS { MATCH (:Researcher {id: part.id}) }
      RETURN part.id AS part ORDER BY length(way) LIMIT 1
    }
    RETURN part ORDER BY became.place
  } END AS parts

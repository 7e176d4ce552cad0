// Notes what became of ids, in place of what was noted before, which it returns.
// $rows: id, state, targets (ids that stand for it, in order), reason, curation and date of the source's record (or null); $now: the moment
// Lists: before is null or {state, at, reason, curation, date, targets}
// Columns: id, before
UNWIND $rows AS row
MERGE (f:FormerId {id: row.id})
WITH row, f, CASE WHEN f.state IS NOT NULL THEN f {
  .state, .at, .reason, .curation, date: f.sourceUpdatedAt, targets: COLLECT { MATCH (f)-[b:BECAME]->(t) RETURN t.id ORDER BY b.place }
} END AS before
CALL (f) {
  MATCH (f)-[b:BECAME]->()
  DELETE b
}
SET f.state = row.state, f.at = $now, f.reason = row.reason, f.curation = row.curation,
  f.sourceUpdatedAt = row.date
WITH row, f, before
CALL (row, f) {
  UNWIND range(0, size(row.targets) - 1) AS place
  MERGE (target:FormerId {id: row.targets[place]})
  CREATE (f)-[:BECAME {place: place}]->(target)
}
RETURN row.id AS id, before

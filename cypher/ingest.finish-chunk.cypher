// Counts the records of the source and raises the graph's version: the last statement of a transaction that changed
// something, because others wait for the version's lock.
// $source: its name; $records: how many nodes more have a record of it; $now: moment of the change
// Columns: none
MERGE (s:Source {name: $source})
SET s.records = coalesce(s.records, 0) + $records, s.lastImportAt = $now
WITH s
MATCH (meta:Meta {id: 'graph'})
SET meta.version = meta.version + 1

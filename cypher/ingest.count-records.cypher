// Counts the records of the source.
// $source: its name; $records: how many nodes more have a record of it; $now: moment of the change
// Columns: none
MERGE (s:Source {name: $source})
SET s.records = coalesce(s.records, 0) + $records, s.lastImportAt = $now

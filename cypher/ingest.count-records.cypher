// Counts the records of sources.
// $rows: source, records (how many nodes more have a record and are stated by it); $source: the one that was read;
//   $now: moment of the change
// Columns: none
UNWIND $rows AS row
MERGE (s:Source {name: row.source})
SET s.records = coalesce(s.records, 0) + row.records,
  s.lastImportAt = CASE WHEN row.source = $source THEN $now ELSE s.lastImportAt END

// Notes when a source was last imported, also when it brought nothing new.
// $source: its name; $now: the moment
// Columns: none
MERGE (s:Source {name: $source})
SET s.records = coalesce(s.records, 0), s.lastImportAt = $now

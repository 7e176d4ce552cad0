// Notes a file of a snapshot as read to its end.
// $key: its place in the snapshot; $bytes: its size; $now: the moment
// Columns: none
MERGE (f:ImportedFile {key: $key})
SET f.bytes = $bytes, f.at = $now

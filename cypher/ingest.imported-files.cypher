// The files of snapshots that were read to their end.
// Columns: key, bytes
MATCH (f:ImportedFile)
RETURN f.key AS key, f.bytes AS bytes

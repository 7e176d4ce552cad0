// Notes that the graph was brought up to a version of the schema.
// $schemaVersion: that version
// Columns: none
MATCH (meta:Meta {id: 'graph'})
SET meta.schemaVersion = $schemaVersion, meta.version = meta.version + 1

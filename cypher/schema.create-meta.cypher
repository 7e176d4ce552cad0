// Makes the node that holds the schema's version and the state of the change log; keeps one that is there. A graph that
// neo4j-admin stored, or an older program, has no change log yet.
// $schemaVersion: the current version; $maxAuthors: names on a byline above which no joint figure is derived
// Columns: none
MERGE (meta:Meta {id: 'graph'})
  ON CREATE SET meta.schemaVersion = $schemaVersion, meta.version = 0, meta.maxAuthors = $maxAuthors
WITH meta
WHERE meta.changeLog IS NULL
SET meta.changeLog = coalesce(meta.changeLog, randomUUID()),
  meta.lastChange = coalesce(meta.lastChange, 0),
  meta.oldestChange = coalesce(meta.oldestChange, 1)

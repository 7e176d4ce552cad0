// Makes the node that holds the schema's version; keeps one that is there.
// $schemaVersion: the current version; $maxAuthors: names on a byline above which no joint figure is derived
// Columns: none
MERGE (meta:Meta {id: 'graph'})
  ON CREATE SET meta.schemaVersion = $schemaVersion, meta.version = 0, meta.maxAuthors = $maxAuthors

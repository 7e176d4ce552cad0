// What the graph says of itself; no row where it was never set up.
// Columns: schemaVersion, maxAuthors
MATCH (meta:Meta {id: 'graph'})
RETURN meta.schemaVersion AS schemaVersion, meta.maxAuthors AS maxAuthors

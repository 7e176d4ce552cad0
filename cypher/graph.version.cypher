// The version of the graph, which grows with every change of it.
// Columns: version
MATCH (m:Meta {id: 'graph'})
RETURN toString(m.version) AS version

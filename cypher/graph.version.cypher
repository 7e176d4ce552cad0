// The version of the graph, which changes with every change of it; with the id of its log, since numbers begin anew in another.
// Columns: version
MATCH (m:Meta {id: 'graph'})
RETURN m.changeLog + '.' + toString(m.version) AS version

// Which sources were read into the graph before.
// Columns: name
MATCH (s:Source)
RETURN s.name AS name

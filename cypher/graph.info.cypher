// What the graph holds; every count comes from the database's count store.
// Columns: version, maxAuthors, changes (the log and its last number), counts, sources
MATCH (m:Meta {id: 'graph'})
RETURN toString(m.version) AS version, m.maxAuthors AS maxAuthors, [m.changeLog, m.lastChange] AS changes,
  {
    researchers: COUNT { MATCH (:Researcher) },
    works: COUNT { MATCH (:Work) },
    topics: COUNT { MATCH (:Topic) },
    institutions: COUNT { MATCH (:Institution) },
    coauthorEdges: COUNT { MATCH ()-[:COAUTHOR]->() }
  } AS counts,
  COLLECT { MATCH (s:Source) RETURN s {.name, .records, .lastImportAt} ORDER BY s.name } AS sources

// The works that ORCID says researchers wrote.
// $ids: ids of the researchers
// Columns: researcher, work, keys (those under which a claim finds it), doi, fields, hash
UNWIND $ids AS id
MATCH (r:Researcher {id: id})-[e:AUTHORED]->(w:Work)
WHERE 'orcid' IN split(e.sources, ' ')
RETURN id AS researcher, w.id AS work, [key IN [w.doi, 'arxiv:' + w.arxivId] WHERE key IS NOT NULL] AS keys,
  w.doi AS doi, w {.title, .type, .year, .date, .source} AS fields, w.hash AS hash

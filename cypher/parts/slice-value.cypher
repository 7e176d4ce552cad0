// A slice as columns, which cost less than rows, of key, c, type, works, topics, institutions, researchers, edges and, empty
// where there are no edges, workIds, topicIds, institutionIds, researcherIds: the numbers of the nodes, which edges go by.
// $withTotals
RETURN key, {
  type: type,
  center: CASE type
    WHEN 'WORK' THEN [c.id, coalesce(c.titleText, c.title), c.citationCount, c.year]
    ELSE [c.id, c.name, c.worksCount, null]
  END,
  number: id(c),
  works: [
    [w IN works | w.id], [w IN works | coalesce(w.titleText, w.title)], [w IN works | w.citationCount],
    [w IN works | w.year], workIds
  ],
  topics: [
    [t IN topics | t.id], [t IN topics | t.name], [t IN topics | t.worksCount],
    [], topicIds
  ],
  institutions: [
    [i IN institutions | i.id], [i IN institutions | i.name], [i IN institutions | i.worksCount],
    [], institutionIds
  ],
  researchers: [
    [r IN researchers | r.id], [r IN researchers | r.name], [r IN researchers | r.worksCount],
    [], researcherIds
  ],
  edges: edges,
  totals: CASE WHEN $withTotals THEN CASE type
    WHEN 'RESEARCHER' THEN [
      COUNT { (c)-[:AUTHORED]->() }, COUNT { (c)-[:RESEARCHES]->() },
      COUNT { (c)-[:AFFILIATED]->() }, COUNT { (c)-[:COAUTHOR]-() }]
    WHEN 'WORK' THEN [
      COUNT { MATCH (c)-[:CITES]-(w:Work) RETURN DISTINCT w }, COUNT { (c)-[:ABOUT]->() },
      COUNT { (c)-[:PRODUCED_AT]->() }, COUNT { (c)<-[:AUTHORED]-() }]
    WHEN 'TOPIC' THEN [
      COUNT { (c)<-[:ABOUT]-() }, 0, COUNT { (c)<-[:ACTIVE_IN]-() }, COUNT { (c)<-[:RESEARCHES]-() }]
    ELSE [
      COUNT { (c)<-[:PRODUCED_AT]-() }, COUNT { (c)-[:ACTIVE_IN]->() },
      COUNT { (c)-[:PARTNER]-() }, COUNT { (c)<-[:AFFILIATED]-() }]
    END END
} AS value

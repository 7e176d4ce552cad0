// The slice around any node: its neighbours, best first within each kind, and every edge among what is returned.
// Two kinds of node are joined by one type of edge, so the centre's kind decides which edge leads to a neighbour. What
// surrounds a topic or an institution comes from an index in rank order: the range predicate keeps the plan on it.
// A kind of which none is wanted is not read. Edges among the neighbours are followed from the end that has few of them, never from a hub.
// $keys node ids, $works $topics $institutions $researchers limits, $withEdges, $withTotals
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (c:Researcher {id: key}) RETURN c, 'RESEARCHER' AS type
  UNION ALL
  MATCH (c:Work {id: key}) RETURN c, 'WORK' AS type
  UNION ALL
  MATCH (c:Topic {id: key}) RETURN c, 'TOPIC' AS type
  UNION ALL
  MATCH (c:Institution {id: key}) RETURN c, 'INSTITUTION' AS type
}
OPTIONAL CALL (c, key, type) {
  WITH c, type WHERE type IN ['RESEARCHER', 'WORK'] AND $works > 0
  MATCH (c)-[:AUTHORED|CITES]-(w:Work)
  WITH DISTINCT w
  RETURN w ORDER BY w.citationCount DESC, coalesce(w.year, 0) DESC, w.id LIMIT $works
  UNION ALL
  WITH key, type WHERE type = 'TOPIC'
  MATCH (w:Work)-[e:ABOUT {topicId: key}]->(:Topic)
  USING INDEX SEEK e:ABOUT(topicId, citationCount, year)
  WHERE e.citationCount >= 0 AND e.year >= 0
  RETURN w ORDER BY e.topicId DESC, e.citationCount DESC, e.year DESC, w.id LIMIT $works
  UNION ALL
  WITH key, type WHERE type = 'INSTITUTION'
  MATCH (w:Work)-[e:PRODUCED_AT {institutionId: key}]->(:Institution)
  USING INDEX SEEK e:PRODUCED_AT(institutionId, citationCount, year)
  WHERE e.citationCount >= 0 AND e.year >= 0
  RETURN w ORDER BY e.institutionId DESC, e.citationCount DESC, e.year DESC, w.id LIMIT $works
}
WITH key, c, type, collect(w) AS works
OPTIONAL CALL (c) {
  WITH c WHERE $topics > 0
  MATCH (c)-[e:ABOUT|RESEARCHES|ACTIVE_IN]->(t:Topic)
  RETURN t ORDER BY coalesce(e.works, e.score) DESC, t.id LIMIT $topics
}
WITH key, c, type, works, collect(t) AS topics
OPTIONAL CALL (c, key, type) {
  WITH c WHERE $institutions > 0
  MATCH (c)-[e:AFFILIATED|PRODUCED_AT]->(i:Institution)
  RETURN i ORDER BY coalesce(e.works, 1) DESC, i.id LIMIT $institutions
  UNION ALL
  WITH c WHERE $institutions > 0
  MATCH (c)-[e:PARTNER]-(i:Institution)
  RETURN i ORDER BY e.works DESC, i.id LIMIT $institutions
  UNION ALL
  WITH key, type WHERE type = 'TOPIC'
  MATCH (i:Institution)-[e:ACTIVE_IN {topicId: key}]->(:Topic)
  USING INDEX SEEK e:ACTIVE_IN(topicId, works)
  WHERE e.works >= 0
  RETURN i ORDER BY e.topicId DESC, e.works DESC, i.id LIMIT $institutions
}
WITH key, c, type, works, topics, collect(i) AS institutions
OPTIONAL CALL (c, key, type) {
  WITH c WHERE $researchers > 0
  MATCH (c)-[e:COAUTHOR]-(r:Researcher)
  RETURN r ORDER BY e.works DESC, coalesce(e.lastYear, 0) DESC, r.id LIMIT $researchers
  UNION ALL
  WITH c WHERE $researchers > 0
  MATCH (c)<-[e:AUTHORED]-(r:Researcher)
  RETURN r ORDER BY e.position, r.id LIMIT $researchers
  UNION ALL
  WITH key, type WHERE type = 'TOPIC'
  MATCH (r:Researcher)-[e:RESEARCHES {topicId: key}]->(:Topic)
  USING INDEX SEEK e:RESEARCHES(topicId, works)
  WHERE e.works >= 0
  RETURN r ORDER BY e.topicId DESC, e.works DESC, r.id LIMIT $researchers
  UNION ALL
  WITH key, type WHERE type = 'INSTITUTION'
  MATCH (r:Researcher)-[e:AFFILIATED {institutionId: key}]->(:Institution)
  USING INDEX SEEK e:AFFILIATED(institutionId, works)
  WHERE e.works >= 0
  RETURN r ORDER BY e.institutionId DESC, e.works DESC, r.id LIMIT $researchers
}
WITH key, c, type, works, topics, institutions, collect(r) AS researchers
WITH *,
  CASE type WHEN 'WORK' THEN works + c ELSE works END AS allWorks,
  CASE type WHEN 'TOPIC' THEN topics + c ELSE topics END AS allTopics,
  CASE type WHEN 'INSTITUTION' THEN institutions + c ELSE institutions END AS allInstitutions,
  CASE type WHEN 'RESEARCHER' THEN researchers + c ELSE researchers END AS allResearchers
OPTIONAL CALL (allWorks, allTopics, allInstitutions, allResearchers) {
  WITH allWorks, allResearchers WHERE $withEdges
  UNWIND allWorks AS b MATCH (b)<-[e:AUTHORED]-(a) WHERE a IN allResearchers
  RETURN e, a, b, 1.0 AS weight
  UNION ALL
  WITH allWorks, allTopics WHERE $withEdges
  UNWIND allWorks AS a MATCH (a)-[e:ABOUT]->(b) WHERE b IN allTopics
  RETURN e, a, b, e.score AS weight
  UNION ALL
  WITH allWorks, allInstitutions WHERE $withEdges
  UNWIND allWorks AS a MATCH (a)-[e:PRODUCED_AT]->(b) WHERE b IN allInstitutions
  RETURN e, a, b, 1.0 AS weight
  UNION ALL
  WITH allWorks WHERE $withEdges
  UNWIND allWorks AS a MATCH (a)-[e:CITES]->(b) WHERE b IN allWorks
  RETURN e, a, b, 1.0 AS weight
  UNION ALL
  WITH allResearchers WHERE $withEdges
  UNWIND allResearchers AS a MATCH (a)-[e:COAUTHOR]->(b) WHERE b IN allResearchers
  RETURN e, a, b, e.works AS weight
  UNION ALL
  WITH allResearchers, allTopics WHERE $withEdges
  UNWIND allResearchers AS a MATCH (a)-[e:RESEARCHES]->(b) WHERE b IN allTopics
  RETURN e, a, b, e.works AS weight
  UNION ALL
  WITH allResearchers, allInstitutions WHERE $withEdges
  UNWIND allResearchers AS a MATCH (a)-[e:AFFILIATED]->(b) WHERE b IN allInstitutions
  RETURN e, a, b, 1.0 AS weight
  UNION ALL
  WITH allInstitutions, allTopics WHERE $withEdges
  UNWIND allInstitutions AS a MATCH (a)-[e:ACTIVE_IN]->(b) WHERE b IN allTopics
  RETURN e, a, b, e.works AS weight
  UNION ALL
  WITH allInstitutions WHERE $withEdges
  UNWIND allInstitutions AS a MATCH (a)-[e:PARTNER]->(b) WHERE b IN allInstitutions
  RETURN e, a, b, e.works AS weight
}
WITH key, c, type, works, topics, institutions, researchers,
  collect(CASE WHEN e IS NOT NULL THEN [
    type(e), a.id, b.id, weight, e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END
  ] END) AS edges
RETURN key, {
  center: CASE type
    WHEN 'WORK' THEN [c.id, coalesce(c.titleText, c.title), c.citationCount, c.year]
    ELSE [c.id, c.name, c.worksCount, null]
  END,
  type: type,
  works: [w IN works | [w.id, coalesce(w.titleText, w.title), w.citationCount, w.year]],
  topics: [t IN topics | [t.id, t.name, t.worksCount, null]],
  institutions: [i IN institutions | [i.id, i.name, i.worksCount, null]],
  researchers: [r IN researchers | [r.id, r.name, r.worksCount, null]],
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

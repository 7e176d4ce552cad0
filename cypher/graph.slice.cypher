// The slice around any node: its neighbours, best first within each kind, and every edge among what is returned.
// Each kind of centre has its own part: of those that it is not of, only the index is asked. What
// surrounds a topic or an institution comes from an index in rank order: the range predicate keeps the plan on it.
// A kind of which none is wanted is not read. Edges among the neighbours are followed from the end that has few of them, never from a hub.
// Nodes and edges come as columns, the ends of edges by the numbers of the database: rows and texts were a third of all the work.
// $keys node ids, $works $topics $institutions $researchers limits, $withEdges, $withSources, $withTotals
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (c:Researcher {id: key})
  CALL (c) {
    WITH c WHERE $works > 0
    MATCH (c)-[:AUTHORED]->(w:Work)
    WITH DISTINCT w
    WITH w ORDER BY w.citationCount DESC, coalesce(w.year, 0) DESC, w.id LIMIT $works
    RETURN collect(w) AS works
  }
  CALL (c) {
    WITH c WHERE $topics > 0
    MATCH (c)-[e:RESEARCHES]->(t:Topic)
    WITH t ORDER BY e.works DESC, t.id LIMIT $topics
    RETURN collect(t) AS topics
  }
  CALL (c) {
    WITH c WHERE $institutions > 0
    MATCH (c)-[e:AFFILIATED]->(i:Institution)
    WITH i ORDER BY coalesce(e.works, 1) DESC, i.id LIMIT $institutions
    RETURN collect(i) AS institutions
  }
  CALL (c) {
    WITH c WHERE $researchers > 0
    MATCH (c)-[e:COAUTHOR]-(r:Researcher)
    WITH r ORDER BY e.works DESC, coalesce(e.lastYear, 0) DESC, r.id LIMIT $researchers
    RETURN collect(r) AS researchers
  }
  RETURN c, 'RESEARCHER' AS type, works, topics, institutions, researchers
  UNION ALL
  MATCH (c:Work {id: key})
  CALL (c) {
    WITH c WHERE $works > 0
    MATCH (c)-[:CITES]-(w:Work)
    WITH DISTINCT w
    WITH w ORDER BY w.citationCount DESC, coalesce(w.year, 0) DESC, w.id LIMIT $works
    RETURN collect(w) AS works
  }
  CALL (c) {
    WITH c WHERE $topics > 0
    MATCH (c)-[e:ABOUT]->(t:Topic)
    WITH t ORDER BY e.score DESC, t.id LIMIT $topics
    RETURN collect(t) AS topics
  }
  CALL (c) {
    WITH c WHERE $institutions > 0
    MATCH (c)-[:PRODUCED_AT]->(i:Institution)
    WITH i ORDER BY i.id LIMIT $institutions
    RETURN collect(i) AS institutions
  }
  CALL (c) {
    WITH c WHERE $researchers > 0
    MATCH (c)<-[e:AUTHORED]-(r:Researcher)
    WITH r ORDER BY e.position, r.id LIMIT $researchers
    RETURN collect(r) AS researchers
  }
  RETURN c, 'WORK' AS type, works, topics, institutions, researchers
  UNION ALL
  MATCH (c:Topic {id: key})
  CALL (key) {
    MATCH (w:Work)-[e:ABOUT {topicId: key}]->(:Topic)
    USING INDEX SEEK e:ABOUT(topicId, citationCount, year)
    WHERE e.citationCount >= 0 AND e.year >= 0
    WITH w ORDER BY e.topicId DESC, e.citationCount DESC, e.year DESC, w.id LIMIT $works
    RETURN collect(w) AS works
  }
  CALL (key) {
    MATCH (i:Institution)-[e:ACTIVE_IN {topicId: key}]->(:Topic)
    USING INDEX SEEK e:ACTIVE_IN(topicId, works)
    WHERE e.works >= 0
    WITH i ORDER BY e.topicId DESC, e.works DESC, i.id LIMIT $institutions
    RETURN collect(i) AS institutions
  }
  CALL (key) {
    MATCH (r:Researcher)-[e:RESEARCHES {topicId: key}]->(:Topic)
    USING INDEX SEEK e:RESEARCHES(topicId, works)
    WHERE e.works >= 0
    WITH r ORDER BY e.topicId DESC, e.works DESC, r.id LIMIT $researchers
    RETURN collect(r) AS researchers
  }
  RETURN c, 'TOPIC' AS type, works, [] AS topics, institutions, researchers
  UNION ALL
  MATCH (c:Institution {id: key})
  CALL (key) {
    MATCH (w:Work)-[e:PRODUCED_AT {institutionId: key}]->(:Institution)
    USING INDEX SEEK e:PRODUCED_AT(institutionId, citationCount, year)
    WHERE e.citationCount >= 0 AND e.year >= 0
    WITH w ORDER BY e.institutionId DESC, e.citationCount DESC, e.year DESC, w.id LIMIT $works
    RETURN collect(w) AS works
  }
  CALL (c) {
    WITH c WHERE $topics > 0
    MATCH (c)-[e:ACTIVE_IN]->(t:Topic)
    WITH t ORDER BY e.works DESC, t.id LIMIT $topics
    RETURN collect(t) AS topics
  }
  CALL (c) {
    WITH c WHERE $institutions > 0
    MATCH (c)-[e:PARTNER]-(i:Institution)
    WITH i ORDER BY e.works DESC, i.id LIMIT $institutions
    RETURN collect(i) AS institutions
  }
  CALL (key) {
    MATCH (r:Researcher)-[e:AFFILIATED {institutionId: key}]->(:Institution)
    USING INDEX SEEK e:AFFILIATED(institutionId, works)
    WHERE e.works >= 0
    WITH r ORDER BY e.institutionId DESC, e.works DESC, r.id LIMIT $researchers
    RETURN collect(r) AS researchers
  }
  RETURN c, 'INSTITUTION' AS type, works, topics, institutions, researchers
}
WITH *,
  CASE type WHEN 'WORK' THEN works + c ELSE works END AS allWorks,
  CASE type WHEN 'TOPIC' THEN topics + c ELSE topics END AS allTopics,
  CASE type WHEN 'INSTITUTION' THEN institutions + c ELSE institutions END AS allInstitutions,
  CASE type WHEN 'RESEARCHER' THEN researchers + c ELSE researchers END AS allResearchers
WITH *, [n IN allWorks | id(n)] AS workIds, [n IN allTopics | id(n)] AS topicIds,
  [n IN allInstitutions | id(n)] AS institutionIds, [n IN allResearchers | id(n)] AS researcherIds
OPTIONAL CALL (allWorks, allInstitutions, allResearchers, workIds, topicIds, institutionIds, researcherIds) {
  WITH * WHERE $withEdges
  UNWIND allWorks AS a MATCH (a)<-[e:AUTHORED]-(b) WHERE id(b) IN researcherIds
  RETURN 'AUTHORED' AS edgeType, collect(id(b)) AS sources, collect(id(a)) AS targets,
    [] AS weights, collect(CASE WHEN $withSources THEN coalesce(e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END, '') END) AS statedBy
  UNION ALL
  WITH * WHERE $withEdges
  UNWIND allWorks AS a MATCH (a)-[e:ABOUT]->(b) WHERE id(b) IN topicIds
  RETURN 'ABOUT' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.score, 0.0)) AS weights, collect(CASE WHEN $withSources THEN coalesce(e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END, '') END) AS statedBy
  UNION ALL
  WITH * WHERE $withEdges
  UNWIND allWorks AS a MATCH (a)-[e:PRODUCED_AT]->(b) WHERE id(b) IN institutionIds
  RETURN 'PRODUCED_AT' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    [] AS weights, collect(CASE WHEN $withSources THEN coalesce(e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END, '') END) AS statedBy
  UNION ALL
  WITH * WHERE $withEdges
  UNWIND allWorks AS a MATCH (a)-[e:CITES]->(b) WHERE id(b) IN workIds
  RETURN 'CITES' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    [] AS weights, collect(CASE WHEN $withSources THEN coalesce(e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END, '') END) AS statedBy
  UNION ALL
  WITH * WHERE $withEdges
  UNWIND allResearchers AS a MATCH (a)-[e:COAUTHOR]->(b) WHERE id(b) IN researcherIds
  RETURN 'COAUTHOR' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
  UNION ALL
  WITH * WHERE $withEdges
  UNWIND allResearchers AS a MATCH (a)-[e:RESEARCHES]->(b) WHERE id(b) IN topicIds
  RETURN 'RESEARCHES' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
  UNION ALL
  WITH * WHERE $withEdges
  UNWIND allResearchers AS a MATCH (a)-[e:AFFILIATED]->(b) WHERE id(b) IN institutionIds
  RETURN 'AFFILIATED' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    [] AS weights, collect(CASE WHEN $withSources THEN coalesce(e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END, '') END) AS statedBy
  UNION ALL
  WITH * WHERE $withEdges
  UNWIND allInstitutions AS a MATCH (a)-[e:ACTIVE_IN]->(b) WHERE id(b) IN topicIds
  RETURN 'ACTIVE_IN' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
  UNION ALL
  WITH * WHERE $withEdges
  UNWIND allInstitutions AS a MATCH (a)-[e:PARTNER]->(b) WHERE id(b) IN institutionIds
  RETURN 'PARTNER' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
}
WITH key, c, type, works, topics, institutions, researchers, workIds, topicIds, institutionIds, researcherIds,
  collect(CASE WHEN sources <> [] THEN [edgeType, sources, targets, weights, statedBy] END) AS edges
RETURN key, {
  type: type,
  center: CASE type
    WHEN 'WORK' THEN [c.id, coalesce(c.titleText, c.title), c.citationCount, c.year]
    ELSE [c.id, c.name, c.worksCount, null]
  END,
  number: id(c),
  works: [
    [w IN works | w.id], [w IN works | coalesce(w.titleText, w.title)], [w IN works | w.citationCount],
    [w IN works | w.year], CASE WHEN $withEdges THEN workIds ELSE [] END
  ],
  topics: [
    [t IN topics | t.id], [t IN topics | t.name], [t IN topics | t.worksCount],
    [], CASE WHEN $withEdges THEN topicIds ELSE [] END
  ],
  institutions: [
    [i IN institutions | i.id], [i IN institutions | i.name], [i IN institutions | i.worksCount],
    [], CASE WHEN $withEdges THEN institutionIds ELSE [] END
  ],
  researchers: [
    [r IN researchers | r.id], [r IN researchers | r.name], [r IN researchers | r.worksCount],
    [], CASE WHEN $withEdges THEN researcherIds ELSE [] END
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

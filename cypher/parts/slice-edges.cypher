// Every edge among the nodes of a first ring (see parts/first-ring) and its centre, as columns.
// Edges among the neighbours are followed from the end that has few of them; where
// both ends are hubs they are looked up pair by pair, which costs about as much as following ten edges.
// Around a topic there is no other topic, so its institutions and researchers are joined to it by the edges that led to them.
// $withSources
WITH *,
  CASE type WHEN 'WORK' THEN works + c ELSE works END AS allWorks,
  CASE type WHEN 'TOPIC' THEN topics + c ELSE topics END AS allTopics,
  CASE type WHEN 'INSTITUTION' THEN institutions + c ELSE institutions END AS allInstitutions,
  CASE type WHEN 'RESEARCHER' THEN researchers + c ELSE researchers END AS allResearchers
WITH *, [n IN allWorks | id(n)] AS workIds, [n IN allTopics | id(n)] AS topicIds,
  [n IN allInstitutions | id(n)] AS institutionIds, [n IN allResearchers | id(n)] AS researcherIds
OPTIONAL CALL (type, led, allWorks, allTopics, allInstitutions, allResearchers, workIds, topicIds, institutionIds, researcherIds) {
  UNWIND allWorks AS a MATCH (a)<-[e:AUTHORED]-(b) WHERE id(b) IN researcherIds
  RETURN 'AUTHORED' AS edgeType, collect(id(b)) AS sources, collect(id(a)) AS targets,
    [] AS weights, collect(CASE WHEN $withSources THEN coalesce(e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END, '') END) AS statedBy
  UNION ALL
  UNWIND allWorks AS a MATCH (a)-[e:ABOUT]->(b) WHERE id(b) IN topicIds
  RETURN 'ABOUT' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.score, 0.0)) AS weights, collect(CASE WHEN $withSources THEN coalesce(e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END, '') END) AS statedBy
  UNION ALL
  UNWIND allWorks AS a MATCH (a)-[e:PRODUCED_AT]->(b) WHERE id(b) IN institutionIds
  RETURN 'PRODUCED_AT' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    [] AS weights, collect(CASE WHEN $withSources THEN coalesce(e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END, '') END) AS statedBy
  UNION ALL
  UNWIND allWorks AS a MATCH (a)-[e:CITES]->(b) WHERE id(b) IN workIds
  RETURN 'CITES' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    [] AS weights, collect(CASE WHEN $withSources THEN coalesce(e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END, '') END) AS statedBy
  UNION ALL
  UNWIND allResearchers AS a MATCH (a)-[e:COAUTHOR]->(b) WHERE id(b) IN researcherIds
  RETURN 'COAUTHOR' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
  UNION ALL
  UNWIND led AS e
  RETURN type(e) AS edgeType, collect(id(startNode(e))) AS sources, collect(id(endNode(e))) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
  UNION ALL
  WITH * WHERE type <> 'TOPIC'
  UNWIND allResearchers AS a MATCH (a)-[e:RESEARCHES]->(b) WHERE id(b) IN topicIds
  RETURN 'RESEARCHES' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
  UNION ALL
  UNWIND allResearchers AS a MATCH (a)-[e:AFFILIATED]->(b) WHERE id(b) IN institutionIds
  RETURN 'AFFILIATED' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    [] AS weights, collect(CASE WHEN $withSources THEN coalesce(e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END, '') END) AS statedBy
  UNION ALL
  WITH * WHERE type <> 'TOPIC'
  UNWIND [i IN allInstitutions WHERE COUNT { (i)-[:ACTIVE_IN]->() } <= 10 * size(allTopics)] AS a
  MATCH (a)-[e:ACTIVE_IN]->(b) WHERE id(b) IN topicIds
  RETURN 'ACTIVE_IN' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
  UNION ALL
  WITH * WHERE type <> 'TOPIC'
  WITH [i IN allInstitutions WHERE COUNT { (i)-[:ACTIVE_IN]->() } > 10 * size(allTopics) | i.id] AS hubs,
    [t IN allTopics | t.id] AS others
  MATCH (a)-[e:ACTIVE_IN]->(b)
  USING INDEX SEEK e:ACTIVE_IN(institutionId, topicId)
  WHERE e.institutionId IN hubs AND e.topicId IN others
  RETURN 'ACTIVE_IN' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
  UNION ALL
  UNWIND [i IN allInstitutions WHERE COUNT { (i)-[:PARTNER]->() } <= 10 * size(allInstitutions)] AS a
  MATCH (a)-[e:PARTNER]->(b) WHERE id(b) IN institutionIds
  RETURN 'PARTNER' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
  UNION ALL
  WITH [i IN allInstitutions WHERE COUNT { (i)-[:PARTNER]->() } > 10 * size(allInstitutions) | i.id] AS hubs,
    [i IN allInstitutions | i.id] AS others
  MATCH (a)-[e:PARTNER]->(b)
  USING INDEX SEEK e:PARTNER(lowerId, higherId)
  WHERE e.lowerId IN hubs AND e.higherId IN others
  RETURN 'PARTNER' AS edgeType, collect(id(a)) AS sources, collect(id(b)) AS targets,
    collect(coalesce(e.works, 0)) AS weights, [] AS statedBy
}
WITH key, c, type, works, topics, institutions, researchers, workIds, topicIds, institutionIds, researcherIds,
  collect(CASE WHEN sources <> [] THEN [edgeType, sources, targets, weights, statedBy] END) AS edges

// Every edge of the graph among some nodes that a filter keeps, followed from the end that has few of them; where both may be
// hubs they are looked up pair by pair, which costs about as much as following ten edges.
// The years of RESEARCHES are those of the works behind it.
// $keys ids of works, topics, institutions and researchers, with bars between the kinds, $edgeTypes, $minWorks, $byYear, $yearFrom, $yearTo
// Columns: key, value
UNWIND $keys AS key
WITH key, [part IN split(key, '|') | split(part, ' ')] AS ids
CALL (ids) { MATCH (n:Work) WHERE n.id IN ids[0] RETURN collect(n) AS works }
CALL (ids) { MATCH (n:Topic) WHERE n.id IN ids[1] RETURN collect(n) AS topics }
CALL (ids) { MATCH (n:Institution) WHERE n.id IN ids[2] RETURN collect(n) AS institutions }
CALL (ids) { MATCH (n:Researcher) WHERE n.id IN ids[3] RETURN collect(n) AS researchers }
CALL (works, topics, institutions, researchers) {
  WITH works, researchers WHERE 'AUTHORED' IN $edgeTypes
  UNWIND works AS b MATCH (b)<-[e:AUTHORED]-(a) WHERE a IN researchers
  RETURN e, a, b, 1.0 AS weight
  UNION ALL
  WITH works, topics WHERE 'ABOUT' IN $edgeTypes
  UNWIND works AS a MATCH (a)-[e:ABOUT]->(b) WHERE b IN topics
  RETURN e, a, b, e.score AS weight
  UNION ALL
  WITH works, institutions WHERE 'PRODUCED_AT' IN $edgeTypes
  UNWIND works AS a MATCH (a)-[e:PRODUCED_AT]->(b) WHERE b IN institutions
  RETURN e, a, b, 1.0 AS weight
  UNION ALL
  WITH works WHERE 'CITES' IN $edgeTypes
  UNWIND works AS a MATCH (a)-[e:CITES]->(b) WHERE b IN works
  RETURN e, a, b, 1.0 AS weight
  UNION ALL
  WITH researchers WHERE 'COAUTHOR' IN $edgeTypes
  UNWIND researchers AS a MATCH (a)-[e:COAUTHOR]->(b)
  WHERE b IN researchers AND e.works >= $minWorks
    AND coalesce(e.lastYear, $yearFrom) >= $yearFrom AND coalesce(e.firstYear, $yearTo) <= $yearTo
  RETURN e, a, b, e.works AS weight
  UNION ALL
  WITH researchers, topics WHERE 'RESEARCHES' IN $edgeTypes AND NOT $byYear
  UNWIND researchers AS a MATCH (a)-[e:RESEARCHES]->(b) WHERE b IN topics
  RETURN e, a, b, e.works AS weight
  UNION ALL
  WITH researchers, topics WHERE 'RESEARCHES' IN $edgeTypes AND $byYear
  UNWIND researchers AS a MATCH (a)-[:AUTHORED]->(w)-[:ABOUT]->(b) WHERE b IN topics
  WITH a, b, min(w.year) AS first, max(w.year) AS last
  WHERE coalesce(last, $yearFrom) >= $yearFrom AND coalesce(first, $yearTo) <= $yearTo
  MATCH (a)-[e:RESEARCHES]->(b)
  RETURN e, a, b, e.works AS weight
  UNION ALL
  WITH researchers, institutions WHERE 'AFFILIATED' IN $edgeTypes
  UNWIND researchers AS a MATCH (a)-[e:AFFILIATED]->(b)
  WHERE b IN institutions
    AND coalesce(e.toYear, $yearFrom) >= $yearFrom AND coalesce(e.fromYear, $yearTo) <= $yearTo
  RETURN e, a, b, 1.0 AS weight
  UNION ALL
  WITH institutions, topics WHERE 'ACTIVE_IN' IN $edgeTypes
  UNWIND [i IN institutions WHERE COUNT { (i)-[:ACTIVE_IN]->() } <= 10 * size(topics)] AS a
  MATCH (a)-[e:ACTIVE_IN]->(b) WHERE b IN topics
  RETURN e, a, b, e.works AS weight
  UNION ALL
  WITH institutions, topics WHERE 'ACTIVE_IN' IN $edgeTypes
  WITH [i IN institutions WHERE COUNT { (i)-[:ACTIVE_IN]->() } > 10 * size(topics) | i.id] AS hubs, [t IN topics | t.id] AS others
  MATCH (a:Institution)-[e:ACTIVE_IN]->(b:Topic)
  USING INDEX SEEK e:ACTIVE_IN(institutionId, topicId)
  WHERE e.institutionId IN hubs AND e.topicId IN others
  RETURN e, a, b, e.works AS weight
  UNION ALL
  WITH institutions WHERE 'PARTNER' IN $edgeTypes
  UNWIND [i IN institutions WHERE COUNT { (i)-[:PARTNER]->() } <= 10 * size(institutions)] AS a
  MATCH (a)-[e:PARTNER]->(b) WHERE b IN institutions
  RETURN e, a, b, e.works AS weight
  UNION ALL
  WITH institutions WHERE 'PARTNER' IN $edgeTypes
  WITH [i IN institutions WHERE COUNT { (i)-[:PARTNER]->() } > 10 * size(institutions) | i.id] AS hubs, [i IN institutions | i.id] AS others
  MATCH (a:Institution)-[e:PARTNER]->(b:Institution)
  USING INDEX SEEK e:PARTNER(lowerId, higherId)
  WHERE e.lowerId IN hubs AND e.higherId IN others
  RETURN e, a, b, e.works AS weight
}
RETURN key, collect([
  type(e), a.id, b.id, weight, e.sources + CASE WHEN e.statedAs IS NULL THEN '' ELSE ' curated' END
]) AS value

// A further ring of a slice. Each node of the ring before names its neighbours that a filter keeps and the slice does
// not hold yet, in the order that they have around it and as many of a kind as there is room for; those named by more
// nodes come first, then those named at a better place, then by id. A topic or an institution names the best that an
// index in rank order holds, works and researchers out of $most; any other node names none along a type of which it has more than $most edges.
// A hub is unwound under what must hold: written as a filter, the condition would be looked at after the index was read.
// $keys each the ids of the ring before and, after a bar, those of the slice before it, $works $topics $institutions $researchers room for each kind, $most, $edgeTypes, $minWorks, $byYear, $yearFrom, $yearTo
// Columns: key, value
UNWIND $keys AS key
WITH key, split(split(key, '|')[0], ' ') AS ring, split(replace(key, '|', ' '), ' ') AS seen
CALL (ring, seen) {
  UNWIND ring AS id
  CALL (id) {
    MATCH (c:Researcher {id: id}) RETURN c, 'RESEARCHER' AS type
    UNION ALL
    MATCH (c:Work {id: id}) RETURN c, 'WORK' AS type
    UNION ALL
    MATCH (c:Topic {id: id}) RETURN c, 'TOPIC' AS type
    UNION ALL
    MATCH (c:Institution {id: id}) RETURN c, 'INSTITUTION' AS type
  }
  CALL (c, id, type, seen) {
    CALL (c, id, type, seen) {
      WITH c, type, seen WHERE type = 'RESEARCHER' AND $works > 0 AND 'AUTHORED' IN $edgeTypes
        AND COUNT { (c)-[:AUTHORED]->() } <= $most
      MATCH (c)-[:AUTHORED]->(n)
      WHERE NOT n.id IN seen AND (NOT $byYear OR $yearFrom <= n.year <= $yearTo)
      RETURN n ORDER BY n.citationCount DESC, coalesce(n.year, 0) DESC, n.id LIMIT $works
      UNION ALL
      WITH c, type, seen WHERE type = 'WORK' AND $works > 0 AND 'CITES' IN $edgeTypes
      CALL (c) {
        WITH c WHERE COUNT { (c)-[:CITES]->() } <= $most
        MATCH (c)-[:CITES]->(n) RETURN n
        UNION
        WITH c WHERE COUNT { (c)<-[:CITES]-() } <= $most
        MATCH (c)<-[:CITES]-(n) RETURN n
      }
      WITH n, seen WHERE NOT n.id IN seen AND (NOT $byYear OR $yearFrom <= n.year <= $yearTo)
      RETURN n ORDER BY n.citationCount DESC, coalesce(n.year, 0) DESC, n.id LIMIT $works
      UNION ALL
      UNWIND CASE WHEN type = 'TOPIC' AND $works > 0 AND 'ABOUT' IN $edgeTypes THEN [id] ELSE [] END AS hub
      CALL (hub, seen) {
        MATCH (n:Work)-[e:ABOUT {topicId: hub}]->(:Topic)
        USING INDEX SEEK e:ABOUT(topicId, citationCount, year)
        WHERE e.citationCount >= 0 AND e.year >= 0
        WITH n, e, seen ORDER BY e.topicId DESC, e.citationCount DESC, e.year DESC, n.id LIMIT $most
        WHERE NOT n.id IN seen AND (NOT $byYear OR $yearFrom <= n.year <= $yearTo)
        RETURN n LIMIT $works
      }
      RETURN n
      UNION ALL
      UNWIND CASE WHEN type = 'INSTITUTION' AND $works > 0 AND 'PRODUCED_AT' IN $edgeTypes THEN [id] ELSE [] END AS hub
      CALL (hub, seen) {
        MATCH (n:Work)-[e:PRODUCED_AT {institutionId: hub}]->(:Institution)
        USING INDEX SEEK e:PRODUCED_AT(institutionId, citationCount, year)
        WHERE e.citationCount >= 0 AND e.year >= 0
        WITH n, e, seen ORDER BY e.institutionId DESC, e.citationCount DESC, e.year DESC, n.id LIMIT $most
        WHERE NOT n.id IN seen AND (NOT $byYear OR $yearFrom <= n.year <= $yearTo)
        RETURN n LIMIT $works
      }
      RETURN n
    }
    RETURN 'WORK' AS kind, collect(n) AS named
    UNION ALL
    WITH c, id, type, seen
    CALL (c, id, type, seen) {
      WITH c, type, seen WHERE type = 'RESEARCHER' AND $topics > 0 AND 'RESEARCHES' IN $edgeTypes
        AND COUNT { (c)-[:RESEARCHES]->() } <= $most
      MATCH (c)-[e:RESEARCHES]->(n) WHERE NOT n.id IN seen
      WITH c, n, e ORDER BY e.works DESC, n.id
      WHERE NOT $byYear OR EXISTS {
        MATCH (c)-[:AUTHORED]->(w) WHERE EXISTS { (w)-[:ABOUT]->(n) }
        WITH min(w.year) AS first, max(w.year) AS last
        WHERE coalesce(last, $yearFrom) >= $yearFrom AND coalesce(first, $yearTo) <= $yearTo
        RETURN first
      }
      RETURN n LIMIT $topics
      UNION ALL
      WITH c, type, seen WHERE type = 'WORK' AND $topics > 0 AND 'ABOUT' IN $edgeTypes
      MATCH (c)-[e:ABOUT]->(n) WHERE NOT n.id IN seen
      RETURN n ORDER BY e.score DESC, n.id LIMIT $topics
      UNION ALL
      UNWIND CASE WHEN type = 'INSTITUTION' AND $topics > 0 AND 'ACTIVE_IN' IN $edgeTypes THEN [id] ELSE [] END AS hub
      CALL (hub, seen) {
        MATCH (:Institution)-[e:ACTIVE_IN {institutionId: hub}]->(n:Topic)
        USING INDEX SEEK e:ACTIVE_IN(institutionId, works)
        WHERE e.works >= 0 AND NOT n.id IN seen
        RETURN n ORDER BY e.institutionId DESC, e.works DESC, n.id LIMIT $topics
      }
      RETURN n
    }
    RETURN 'TOPIC' AS kind, collect(n) AS named
    UNION ALL
    WITH c, id, type, seen
    CALL (c, id, type, seen) {
      WITH c, type, seen WHERE type = 'RESEARCHER' AND $institutions > 0 AND 'AFFILIATED' IN $edgeTypes
        AND COUNT { (c)-[:AFFILIATED]->() } <= $most
      MATCH (c)-[e:AFFILIATED]->(n)
      WHERE NOT n.id IN seen
        AND coalesce(e.toYear, $yearFrom) >= $yearFrom AND coalesce(e.fromYear, $yearTo) <= $yearTo
      RETURN n ORDER BY e.works DESC, n.id LIMIT $institutions
      UNION ALL
      WITH c, type, seen WHERE type = 'WORK' AND $institutions > 0 AND 'PRODUCED_AT' IN $edgeTypes
        AND COUNT { (c)-[:PRODUCED_AT]->() } <= $most
      MATCH (c)-[:PRODUCED_AT]->(n) WHERE NOT n.id IN seen
      RETURN n ORDER BY n.id LIMIT $institutions
      UNION ALL
      UNWIND CASE WHEN type = 'INSTITUTION' AND $institutions > 0 AND 'PARTNER' IN $edgeTypes THEN [id] ELSE [] END AS hub
      CALL (hub, seen) {
        CALL (hub, seen) {
          MATCH (:Institution)-[e:PARTNER {lowerId: hub}]->(n:Institution)
          USING INDEX SEEK e:PARTNER(lowerId, works)
          WHERE e.works >= 0 AND NOT n.id IN seen
          WITH n, e ORDER BY e.lowerId DESC, e.works DESC, n.id LIMIT $institutions
          RETURN n, e.works AS works
          UNION ALL
          MATCH (n:Institution)-[e:PARTNER {higherId: hub}]->(:Institution)
          USING INDEX SEEK e:PARTNER(higherId, works)
          WHERE e.works >= 0 AND NOT n.id IN seen
          WITH n, e ORDER BY e.higherId DESC, e.works DESC, n.id LIMIT $institutions
          RETURN n, e.works AS works
        }
        RETURN n ORDER BY works DESC, n.id LIMIT $institutions
      }
      RETURN n
      UNION ALL
      UNWIND CASE WHEN type = 'TOPIC' AND $institutions > 0 AND 'ACTIVE_IN' IN $edgeTypes THEN [id] ELSE [] END AS hub
      CALL (hub, seen) {
        MATCH (n:Institution)-[e:ACTIVE_IN {topicId: hub}]->(:Topic)
        USING INDEX SEEK e:ACTIVE_IN(topicId, works)
        WHERE e.works >= 0 AND NOT n.id IN seen
        RETURN n ORDER BY e.topicId DESC, e.works DESC, n.id LIMIT $institutions
      }
      RETURN n
    }
    RETURN 'INSTITUTION' AS kind, collect(n) AS named
    UNION ALL
    WITH c, id, type, seen
    CALL (c, id, type, seen) {
      WITH c, type, seen WHERE type = 'RESEARCHER' AND $researchers > 0 AND 'COAUTHOR' IN $edgeTypes
        AND COUNT { (c)-[:COAUTHOR]-() } <= $most
      MATCH (c)-[e:COAUTHOR]-(n)
      WHERE NOT n.id IN seen AND e.works >= $minWorks
        AND coalesce(e.lastYear, $yearFrom) >= $yearFrom AND coalesce(e.firstYear, $yearTo) <= $yearTo
      RETURN n ORDER BY e.works DESC, coalesce(e.lastYear, 0) DESC, n.id LIMIT $researchers
      UNION ALL
      WITH c, type, seen WHERE type = 'WORK' AND $researchers > 0 AND 'AUTHORED' IN $edgeTypes
        AND COUNT { (c)<-[:AUTHORED]-() } <= $most
      MATCH (c)<-[e:AUTHORED]-(n) WHERE NOT n.id IN seen
      RETURN n ORDER BY e.position, n.id LIMIT $researchers
      UNION ALL
      UNWIND CASE WHEN type = 'TOPIC' AND $researchers > 0 AND 'RESEARCHES' IN $edgeTypes THEN [id] ELSE [] END AS hub
      CALL (c, hub, seen) {
        MATCH (n:Researcher)-[e:RESEARCHES {topicId: hub}]->(:Topic)
        USING INDEX SEEK e:RESEARCHES(topicId, works)
        WHERE e.works >= 0
        WITH c, n, e, seen ORDER BY e.topicId DESC, e.works DESC, n.id LIMIT $most
        WHERE NOT n.id IN seen AND (NOT $byYear OR EXISTS {
          MATCH (n)-[:AUTHORED]->(w) WHERE EXISTS { (w)-[:ABOUT]->(c) }
          WITH min(w.year) AS first, max(w.year) AS last
          WHERE coalesce(last, $yearFrom) >= $yearFrom AND coalesce(first, $yearTo) <= $yearTo
          RETURN first
        })
        RETURN n LIMIT $researchers
      }
      RETURN n
      UNION ALL
      UNWIND CASE WHEN type = 'INSTITUTION' AND $researchers > 0 AND 'AFFILIATED' IN $edgeTypes THEN [id] ELSE [] END AS hub
      CALL (hub, seen) {
        MATCH (n:Researcher)-[e:AFFILIATED {institutionId: hub}]->(:Institution)
        USING INDEX SEEK e:AFFILIATED(institutionId, works)
        WHERE e.works >= 0
        WITH n, e, seen ORDER BY e.institutionId DESC, e.works DESC, n.id LIMIT $most
        WHERE NOT n.id IN seen
          AND coalesce(e.toYear, $yearFrom) >= $yearFrom AND coalesce(e.fromYear, $yearTo) <= $yearTo
        RETURN n LIMIT $researchers
      }
      RETURN n
    }
    RETURN 'RESEARCHER' AS kind, collect(n) AS named
  }
  UNWIND range(0, size(named) - 1) AS place
  WITH kind, named[place] AS n, place
  WITH kind, n, count(*) AS times, min(place) AS best
  ORDER BY times DESC, best, n.id
  WITH kind, collect(CASE kind
    WHEN 'WORK' THEN [n.id, coalesce(n.titleText, n.title), n.citationCount, n.year]
    ELSE [n.id, n.name, n.worksCount, null]
  END) AS nodes
  RETURN collect([kind, nodes[0..CASE kind
    WHEN 'WORK' THEN $works WHEN 'TOPIC' THEN $topics WHEN 'INSTITUTION' THEN $institutions ELSE $researchers
  END]]) AS rings
}
RETURN key, rings AS value

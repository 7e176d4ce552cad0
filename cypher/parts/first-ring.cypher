// What surrounds the node whose id is key, best first within each kind: c (the node), type, works, topics, institutions,
// researchers and, around a topic, led: the edges that led to its institutions and researchers.
// Each kind of centre has its own part: of those that it is not of, only the index is asked. What
// surrounds a topic or an institution comes from an index in rank order: the range predicate keeps the plan on it.
// A kind of which none is wanted is not read.
// $works $topics $institutions $researchers limits
CALL (key) {
  // include first-ring.researcher
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
  RETURN c, 'WORK' AS type, works, topics, institutions, researchers, [] AS led
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
    WITH i, e ORDER BY e.topicId DESC, e.works DESC, i.id LIMIT $institutions
    RETURN collect(i) AS institutions, collect(e) AS activeIn
  }
  CALL (key) {
    MATCH (r:Researcher)-[e:RESEARCHES {topicId: key}]->(:Topic)
    USING INDEX SEEK e:RESEARCHES(topicId, works)
    WHERE e.works >= 0
    WITH r, e ORDER BY e.topicId DESC, e.works DESC, r.id LIMIT $researchers
    RETURN collect(r) AS researchers, collect(e) AS researches
  }
  RETURN c, 'TOPIC' AS type, works, [] AS topics, institutions, researchers, activeIn + researches AS led
  UNION ALL
  MATCH (c:Institution {id: key})
  CALL (key) {
    MATCH (w:Work)-[e:PRODUCED_AT {institutionId: key}]->(:Institution)
    USING INDEX SEEK e:PRODUCED_AT(institutionId, citationCount, year)
    WHERE e.citationCount >= 0 AND e.year >= 0
    WITH w ORDER BY e.institutionId DESC, e.citationCount DESC, e.year DESC, w.id LIMIT $works
    RETURN collect(w) AS works
  }
  CALL (key) {
    MATCH (:Institution)-[e:ACTIVE_IN {institutionId: key}]->(t:Topic)
    USING INDEX SEEK e:ACTIVE_IN(institutionId, works)
    WHERE e.works >= 0
    WITH t ORDER BY e.institutionId DESC, e.works DESC, t.id LIMIT $topics
    RETURN collect(t) AS topics
  }
  CALL (key) {
    CALL (key) {
      MATCH (:Institution)-[e:PARTNER {lowerId: key}]->(i:Institution)
      USING INDEX SEEK e:PARTNER(lowerId, works)
      WHERE e.works >= 0
      WITH i, e ORDER BY e.lowerId DESC, e.works DESC, i.id LIMIT $institutions
      RETURN i, e.works AS works
      UNION ALL
      MATCH (i:Institution)-[e:PARTNER {higherId: key}]->(:Institution)
      USING INDEX SEEK e:PARTNER(higherId, works)
      WHERE e.works >= 0
      WITH i, e ORDER BY e.higherId DESC, e.works DESC, i.id LIMIT $institutions
      RETURN i, e.works AS works
    }
    WITH i ORDER BY works DESC, i.id LIMIT $institutions
    RETURN collect(i) AS institutions
  }
  CALL (key) {
    MATCH (r:Researcher)-[e:AFFILIATED {institutionId: key}]->(:Institution)
    USING INDEX SEEK e:AFFILIATED(institutionId, works)
    WHERE e.works >= 0
    WITH r ORDER BY e.institutionId DESC, e.works DESC, r.id LIMIT $researchers
    RETURN collect(r) AS researchers
  }
  RETURN c, 'INSTITUTION' AS type, works, topics, institutions, researchers, [] AS led
}

// The institutions that each one publishes with: most joint works first, then by id.
// Those with a higher and those with a lower id each come from an index in rank order, which never walks a hub.
// $keys institution ids, $limit
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    MATCH (:Institution)-[e:PARTNER {lowerId: key}]->(i:Institution)
    USING INDEX SEEK e:PARTNER(lowerId, works)
    WHERE e.works >= 0
    WITH e, i.id AS id ORDER BY e.lowerId DESC, e.works DESC, id LIMIT $limit
    RETURN id, e.works AS works
    UNION ALL
    MATCH (i:Institution)-[e:PARTNER {higherId: key}]->(:Institution)
    USING INDEX SEEK e:PARTNER(higherId, works)
    WHERE e.works >= 0
    WITH e, i.id AS id ORDER BY e.higherId DESC, e.works DESC, id LIMIT $limit
    RETURN id, e.works AS works
  }
  RETURN id, works
  ORDER BY works DESC, id
  LIMIT $limit
}
RETURN key, {id: id, works: works} AS value

// The topics of each institution: most works first, then by id.
// The range over works keeps the plan on the index in rank order, which never walks a hub.
// $keys institution ids, $limit
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (:Institution)-[e:ACTIVE_IN {institutionId: key}]->(t:Topic)
  USING INDEX SEEK e:ACTIVE_IN(institutionId, works)
  WHERE e.works >= 0
  WITH e, t.id AS id
  RETURN id
  ORDER BY e.institutionId DESC, e.works DESC, id
  LIMIT $limit
}
RETURN key, id AS value

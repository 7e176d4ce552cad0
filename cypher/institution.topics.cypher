// The topics of each institution: most works first, then by id.
// $keys institution ids, $limit
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (:Institution {id: key})-[e:ACTIVE_IN]->(t:Topic)
  RETURN t.id AS id
  ORDER BY e.works DESC, id
  LIMIT $limit
}
RETURN key, id AS value

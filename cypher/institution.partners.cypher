// The institutions that each one publishes with: most joint works first, then by id.
// $keys institution ids, $limit
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (:Institution {id: key})-[e:PARTNER]-(i:Institution)
  RETURN i.id AS id, e.works AS works
  ORDER BY works DESC, id
  LIMIT $limit
}
RETURN key, {id: id, works: works} AS value

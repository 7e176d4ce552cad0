// A page of each work's authors, in byline order.
// $keys work ids, $limit, $after [position, id] or null
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (:Work {id: key})<-[e:AUTHORED]-(r:Researcher)
  WHERE $after IS NULL OR e.position > $after[0] OR (e.position = $after[0] AND r.id > $after[1])
  RETURN r.id AS id, e
  ORDER BY e.position, id
  LIMIT $limit
}
RETURN key, {
  id: id, position: e.position, name: e.name, corresponding: e.corresponding,
  institutionIds: coalesce(e.institutionIds, []), sortKey: [e.position, id]
} AS value

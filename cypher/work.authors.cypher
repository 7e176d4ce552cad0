// A page of each work's authors, in byline order.
// $keys work ids, $limit, $after [position, id] or null
// Columns: key, id, nodeName, position, name, corresponding, institutionIds, sortKey
UNWIND $keys AS key
CALL (key) {
  MATCH (:Work {id: key})<-[e:AUTHORED]-(r:Researcher)
  WHERE $after IS NULL OR e.position > $after[0] OR (e.position = $after[0] AND r.id > $after[1])
  RETURN r.id AS id, r, e
  ORDER BY e.position, id
  LIMIT $limit
}
RETURN key, id, r.name AS nodeName, e.position AS position, e.name AS name, e.corresponding AS corresponding,
  coalesce(e.institutionIds, []) AS institutionIds, [e.position, id] AS sortKey

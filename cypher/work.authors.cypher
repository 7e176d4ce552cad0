// A page of each work's authors, in byline order.
// $keys work ids, $limit, $after [position, id] or null
// Columns: key, value (of each author: id, nodeName, position, name, corresponding, institutionIds)
UNWIND $keys AS key
CALL (key) {
  MATCH (:Work {id: key})<-[e:AUTHORED]-(r:Researcher)
  WHERE $after IS NULL OR e.position > $after[0] OR (e.position = $after[0] AND r.id > $after[1])
  WITH r, e, r.id AS id
  ORDER BY e.position, id
  LIMIT $limit
  RETURN collect([id, r.name, e.position, e.name, e.corresponding, coalesce(e.institutionIds, [])]) AS value
}
RETURN key, value

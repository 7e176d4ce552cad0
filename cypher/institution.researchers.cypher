// A page of the researchers of each institution: most works from there first, then by id.
// The range over works keeps the plan on the index in rank order, which never walks a hub.
// $keys institution ids, $limit, $after [works, id] or null
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (r:Researcher)-[e:AFFILIATED {institutionId: key}]->(:Institution)
  USING INDEX SEEK e:AFFILIATED(institutionId, works)
  WHERE e.works <= coalesce($after[0], 9007199254740991)
  WITH e, r.id AS id
  WHERE $after IS NULL OR e.works < $after[0] OR id > $after[1]
  RETURN id, e.works AS works
  ORDER BY e.institutionId DESC, e.works DESC, id
  LIMIT $limit
}
RETURN key, {id: id, works: works, sortKey: [works, id]} AS value

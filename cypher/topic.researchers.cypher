// A page of the researchers of each topic: most works about it first, then by id.
// The range over works keeps the plan on the index in rank order, which never walks a hub.
// $keys topic ids, $limit, $after [works, id] or null
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (r:Researcher)-[e:RESEARCHES {topicId: key}]->(:Topic)
  USING INDEX SEEK e:RESEARCHES(topicId, works)
  WHERE e.works <= coalesce($after[0], 9007199254740991)
  WITH e, r.id AS id, r.worksCount AS all
  WHERE $after IS NULL OR e.works < $after[0] OR id > $after[1]
  RETURN id, e.works AS works, toFloat(e.works) / all AS share
  ORDER BY e.topicId DESC, e.works DESC, id
  LIMIT $limit
}
RETURN key, {id: id, works: works, share: share, sortKey: [works, id]} AS value

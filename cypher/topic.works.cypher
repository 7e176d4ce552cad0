// A page of the works about each topic: most cited first, then the newest, then by id.
// The range over citationCount keeps the plan on the index in rank order, which never walks a hub.
// $keys topic ids, $limit, $after [citationCount, year, id] or null, $ceiling the first key of $after, or a number above all
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (w:Work)-[e:ABOUT {topicId: key}]->(:Topic)
  USING INDEX SEEK e:ABOUT(topicId, citationCount, year)
  WHERE e.citationCount <= $ceiling AND e.year >= 0
  WITH e, w.id AS id
  WHERE $after IS NULL
    OR e.citationCount < $after[0]
    OR e.year < $after[1]
    OR (e.year = $after[1] AND id > $after[2])
  RETURN id, [e.citationCount, e.year, id] AS sortKey
  ORDER BY e.topicId DESC, e.citationCount DESC, e.year DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

// A page of all topics that pass a filter, most works first: their index is walked until the page is full.
// The range over the index's property keeps the plan on it.
// $keys one name for the list; $limit, $after [works, id] of the last item seen or null; $set which (see
// parts/topic.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (t:Topic)
  USING INDEX SEEK t:Topic(worksCount)
  WHERE t.worksCount <= coalesce($after[0], 9007199254740991)
  WITH t, t.id AS id
  WHERE ($after IS NULL OR t.worksCount < $after[0] OR id > $after[1])
    AND
    // include topic.filter
  RETURN id, [t.worksCount, id] AS sortKey
  ORDER BY t.worksCount DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

// A page of all institutions that pass a filter, most works first: their index is walked until the page is full.
// The range over the index's property keeps the plan on it.
// $keys one name for the list; $limit, $after [works, id] of the last item seen or null; $set which (see
// parts/institution.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (i:Institution)
  USING INDEX SEEK i:Institution(worksCount)
  WHERE i.worksCount <= coalesce($after[0], 9007199254740991)
  WITH i, i.id AS id
  WHERE ($after IS NULL OR i.worksCount < $after[0] OR id > $after[1])
    AND
    // include institution.filter
  RETURN id, [i.worksCount, id] AS sortKey
  ORDER BY i.worksCount DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

// A page of all works that pass a filter, newest first, then the most cited.
// Their index is walked in this order until the page is full.
// A range over each property of the index keeps the plan on it.
// $keys what the list belongs to; $limit, $after sort key of the last item seen or null; $set which
// works (see parts/work.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (w:Work)
  USING INDEX SEEK w:Work(sortYear, citationCount)
  WHERE coalesce($set.yearFrom, 0) <= w.sortYear <= coalesce(-$after[0][0], $set.yearTo, 9999) AND w.citationCount >= 0
  WITH key, w, w.id AS id
  WHERE ($after IS NULL OR w.sortYear < -$after[0][0]
    OR w.citationCount < -$after[0][1] OR (w.citationCount = -$after[0][1] AND id > $after[2]))
    AND
    // include work.filter
  RETURN id, [[-w.sortYear, -w.citationCount], '', id] AS sortKey
  ORDER BY w.sortYear DESC, w.citationCount DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

// A page of all works that pass a filter, most cited first, then the newest.
// Their index is walked in this order until the page is full.
// A range over each property of the index keeps the plan on it.
// $keys what the list belongs to; $limit, $after sort key of the last item seen or null; $set which
// works (see parts/work.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (w:Work)
  USING INDEX SEEK w:Work(citationCount, sortYear)
  WHERE coalesce($set.minCitations, 0) <= w.citationCount <= coalesce(-$after[0][0], 9007199254740991) AND w.sortYear >= 0
  WITH key, w, w.id AS id
  WHERE ($after IS NULL OR w.citationCount < -$after[0][0]
    OR w.sortYear < -$after[0][1] OR (w.sortYear = -$after[0][1] AND id > $after[2]))
    AND
    // include work.filter
  RETURN id, [[-w.citationCount, -w.sortYear], '', id] AS sortKey
  ORDER BY w.citationCount DESC, w.sortYear DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

// A page of all works that pass a filter, oldest first, then the least cited.
// Their index is walked in this order until the page is full.
// Works without a year, which the index holds under 0, come last.
// $keys what the list belongs to; $limit, $after sort key of the last item seen or null; $set which
// works (see parts/work.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    MATCH (w:Work)
    USING INDEX SEEK w:Work(sortYear, citationCount)
    WHERE coalesce($after[0][0], $set.yearFrom, 1) <= w.sortYear <= coalesce($set.yearTo, 9999) AND w.citationCount >= 0
    WITH key, w, w.id AS id
    WHERE ($after IS NULL OR w.sortYear > $after[0][0]
      OR w.citationCount > $after[0][1] OR (w.citationCount = $after[0][1] AND id > $after[2]))
      AND
      // include work.filter
    RETURN id, [[w.sortYear, w.citationCount], '', id] AS sortKey
    ORDER BY w.sortYear, w.citationCount, id
    LIMIT $limit
    UNION ALL
    MATCH (w:Work)
    USING INDEX SEEK w:Work(sortYear, citationCount)
    WHERE w.sortYear = 0 AND w.citationCount >= CASE $after[0][0] WHEN 10000 THEN $after[0][1] ELSE 0 END
    WITH key, w, w.id AS id
    WHERE ($after IS NULL OR $after[0][0] < 10000 OR w.citationCount > $after[0][1] OR id > $after[2])
      AND
      // include work.filter
    RETURN id, [[10000, w.citationCount], '', id] AS sortKey
    ORDER BY w.citationCount, id
    LIMIT $limit
  }
  RETURN id, sortKey
  ORDER BY sortKey[0], id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

// A page of all works that pass a filter, least cited first, then the oldest.
// Their index is walked in this order until the page is full.
// Works without a year, which the indexes hold under 0, come last among those of equal citations.
// $keys what the list belongs to; $limit, $after sort key of the last item seen or null; $set which
// works (see parts/work.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    MATCH (w:Work)
    USING INDEX SEEK w:Work(citationCount, sortYear)
    WHERE w.citationCount >= coalesce($after[0][0], $set.minCitations, 0) AND w.sortYear >= 1
    WITH key, w, w.id AS id
    WHERE ($after IS NULL OR w.citationCount > $after[0][0]
      OR w.sortYear > $after[0][1] OR (w.sortYear = $after[0][1] AND id > $after[2]))
      AND
      // include work.filter
    RETURN id, [[w.citationCount, w.sortYear], '', id] AS sortKey
    ORDER BY w.citationCount, w.sortYear, id
    LIMIT $limit
    UNION ALL
    MATCH (w:Work)
    USING INDEX SEEK w:Work(sortYear, citationCount)
    WHERE w.sortYear = 0 AND w.citationCount >= coalesce($after[0][0], $set.minCitations, 0)
    WITH key, w, w.id AS id
    WHERE ($after IS NULL OR w.citationCount > $after[0][0] OR $after[0][1] < 10000 OR id > $after[2])
      AND
      // include work.filter
    RETURN id, [[w.citationCount, 10000], '', id] AS sortKey
    ORDER BY w.citationCount, id
    LIMIT $limit
  }
  RETURN id, sortKey
  ORDER BY sortKey[0], id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

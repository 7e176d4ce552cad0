// A page of all researchers who pass a filter, most cited first.
// Their index is walked in this order until the page is full.
// The range over the index's property keeps the plan on it.
// $keys one name for the list; $limit, $after sort key of the last item seen or null; $set who
// (see parts/researcher.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (r:Researcher)
  USING INDEX SEEK r:Researcher(citationCount)
  WHERE r.citationCount <= coalesce(-$after[0][0], 9007199254740991)
  WITH r, r.id AS id
  WHERE ($after IS NULL OR r.citationCount < -$after[0][0] OR id > $after[2])
    AND
    // include researcher.filter
  RETURN id, [[-r.citationCount], '', id] AS sortKey
  ORDER BY r.citationCount DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

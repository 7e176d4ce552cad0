// A page of all researchers who pass a filter, A before Z.
// Their index is walked in this order until the page is full.
// The range over the index's property keeps the plan on it.
// $keys one name for the list; $limit, $after sort key of the last item seen or null; $set who
// (see parts/researcher.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (r:Researcher)
  USING INDEX SEEK r:Researcher(sortName)
  WHERE r.sortName >= coalesce($after[0][0], '')
  WITH r, r.id AS id
  WHERE ($after IS NULL OR r.sortName > $after[0][0] OR id > $after[2])
    AND
    // include researcher.filter
  RETURN id, [[r.sortName], '', id] AS sortKey
  ORDER BY r.sortName, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

// A page of all works that pass a filter, Z before A.
// Their index is walked in this order until the page is full.
// The range over the index's property keeps the plan on it; `~` is the last there is.
// $keys what the list belongs to; $limit, $after sort key of the last item seen or null; $set which
// works (see parts/work.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (w:Work)
  USING INDEX SEEK w:Work(sortTitle)
  WHERE w.sortTitle <= coalesce($after[1], '~')
  WITH key, w, w.id AS id
  WHERE ($after IS NULL OR w.sortTitle < $after[1] OR id > $after[2])
    AND
    // include work.filter
  RETURN id, [[], w.sortTitle, id] AS sortKey
  ORDER BY w.sortTitle DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

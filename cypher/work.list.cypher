// A page of a filtered list of works in any order; what the list starts from is read whole and sorted.
// $keys what the lists belong to; $set which works (see parts/work.candidates and work.filter); $order $after $limit (see
// parts/work.page)
// Columns: key, value (of each work: id, sortKey)
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    // include work.candidates
  }
  WITH key, w
  WHERE
    // include work.filter
  // include work.page
}
RETURN key, collect([id, sortKey]) AS value

// A page of a filtered list of works in any order; what the list starts from is read whole and sorted.
// $keys what the lists belong to, $startIds $text (see parts/work.candidates); $order $after $limit (see parts/work.page); the
// filter: $of $checkOwner $yearFrom $yearTo $types $sources $minCitations $openAccess $retracted $topicIds $institutionIds
// $authorIds $allAuthorIds
// Columns: key, value
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
RETURN key, {id: id, sortKey: sortKey} AS value

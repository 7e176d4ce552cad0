// How many works are in a filtered list.
// $keys what the lists belong to, $startIds $text (see parts/work.candidates); the filter:
// $of $checkOwner $yearFrom $yearTo $types $sources $minCitations $openAccess $retracted $topicIds $institutionIds
// $authorIds $allAuthorIds
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    // include work.candidates
    UNION ALL
    UNWIND CASE WHEN $of = 'ALL' AND $startIds IS NULL AND $text IS NULL THEN [key] ELSE [] END AS start
    MATCH (w:Work)
    RETURN w
  }
  WITH key, w
  WHERE
    // include work.filter
  RETURN count(w) AS works
}
RETURN key, works AS value

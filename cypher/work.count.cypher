// How many works are in a filtered list.
// $keys what the lists belong to, one of $from (see parts/work.candidates), with $startIds and $text; the filter:
// $of $yearFrom $yearTo $types $sources $minCitations $openAccess $retracted $topicIds $institutionIds $authorIds
// $allAuthorIds
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    // include work.candidates
    UNION ALL
    UNWIND CASE $from WHEN 'ALL' THEN [key] ELSE [] END AS start
    MATCH (w:Work)
    RETURN w
  }
  WITH key, w
  WHERE
    // include work.filter
  RETURN count(w) AS works
}
RETURN key, works AS value

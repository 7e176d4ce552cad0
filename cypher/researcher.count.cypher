// How many researchers pass a filter.
// $keys one name for the list; $from and $text (see parts/researcher.candidates), or ALL; the filter: $minWorks $topicIds $institutionIds
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    // include researcher.candidates
    UNION ALL
    UNWIND CASE $from WHEN 'ALL' THEN [key] ELSE [] END AS start
    MATCH (r:Researcher) WHERE r.worksCount >= coalesce($minWorks, 0)
    RETURN r
  }
  WITH r
  WHERE
    // include researcher.filter
  RETURN count(r) AS researchers
}
RETURN key, researchers AS value

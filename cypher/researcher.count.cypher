// How many researchers pass a filter.
// $keys one name for the list; $set who (see parts/researcher.candidates and researcher.filter), or `from` ALL
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    // include researcher.candidates
    UNION ALL
    UNWIND CASE $set.from WHEN 'ALL' THEN [key] ELSE [] END AS start
    MATCH (r:Researcher) WHERE r.worksCount >= coalesce($set.minWorks, 0)
    RETURN r
  }
  WITH r
  WHERE
    // include researcher.filter
  RETURN count(r) AS researchers
}
RETURN key, researchers AS value

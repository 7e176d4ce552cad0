// How many works are in a filtered list.
// $keys what the lists belong to; $set which works (see parts/work.candidates and work.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    // include work.candidates
    UNION ALL
    UNWIND CASE WHEN $set.of = 'ALL' AND $set.startIds IS NULL AND $set.text IS NULL THEN [key] ELSE [] END AS start
    MATCH (w:Work)
    RETURN w
  }
  WITH key, w
  WHERE
    // include work.filter
  RETURN count(w) AS works
}
RETURN key, works AS value

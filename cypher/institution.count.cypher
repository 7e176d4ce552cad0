// How many institutions pass a filter: of all, or of those that a text matches.
// $keys one name for the list; $text or null; the filter: $country $type
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    UNWIND CASE WHEN $text IS NULL THEN [key] ELSE [] END AS start
    MATCH (i:Institution)
    RETURN i
    UNION ALL
    UNWIND CASE WHEN $text IS NULL THEN [] ELSE [key] END AS start
    CALL db.index.fulltext.queryNodes('institutionText', $text) YIELD node AS i
    RETURN i
  }
  WITH i
  WHERE
    // include institution.filter
  RETURN count(i) AS institutions
}
RETURN key, institutions AS value

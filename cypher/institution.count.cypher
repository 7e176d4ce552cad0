// How many institutions pass a filter: of all, or of those that a text matches.
// $keys one name for the list; $set which (see parts/institution.filter), `text` or null
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    UNWIND CASE WHEN $set.text IS NULL THEN [key] ELSE [] END AS start
    MATCH (i:Institution)
    RETURN i
    UNION ALL
    UNWIND CASE WHEN $set.text IS NULL THEN [] ELSE [key] END AS start
    CALL db.index.fulltext.queryNodes('institutionText', $set.text) YIELD node AS i
    RETURN i
  }
  WITH i
  WHERE
    // include institution.filter
  RETURN count(i) AS institutions
}
RETURN key, institutions AS value

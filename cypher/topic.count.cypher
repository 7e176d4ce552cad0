// How many topics pass a filter: of all, or of those that a text matches.
// $keys one name for the list; $set which (see parts/topic.filter), `text` or null
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    UNWIND CASE WHEN $set.text IS NULL THEN [key] ELSE [] END AS start
    MATCH (t:Topic)
    RETURN t
    UNION ALL
    UNWIND CASE WHEN $set.text IS NULL THEN [] ELSE [key] END AS start
    CALL db.index.fulltext.queryNodes('topicText', $set.text) YIELD node AS t
    RETURN t
  }
  WITH t
  WHERE
    // include topic.filter
  RETURN count(t) AS topics
}
RETURN key, topics AS value

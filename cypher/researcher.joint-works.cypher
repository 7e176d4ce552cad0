// The newest works that two researchers wrote together.
// $keys pairs of researcher ids with a space between, $limit, $maxAuthors
// Columns: key, value
UNWIND $keys AS key
WITH key, split(key, ' ') AS pair
CALL (pair) {
  MATCH (:Researcher {id: pair[0]})-[:AUTHORED]->(w:Work)<-[:AUTHORED]-(:Researcher {id: pair[1]})
  WHERE w.authorCount <= $maxAuthors
  RETURN w.id AS id
  ORDER BY coalesce(w.year, 0) DESC, coalesce(w.date, '') DESC, id
  LIMIT $limit
}
RETURN key, id AS value

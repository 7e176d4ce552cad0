// A page of the works that each work cites: most cited first, then the newest, then by id.
// $keys work ids, $limit, $after [citationCount, year, id] or null
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (:Work {id: key})-[:CITES]->(w:Work)
  WITH w.id AS id, w.citationCount AS citations, coalesce(w.year, 0) AS year
  WHERE $after IS NULL
    OR citations < $after[0]
    OR (citations = $after[0] AND (year < $after[1] OR (year = $after[1] AND id > $after[2])))
  RETURN id, [citations, year, id] AS sortKey
  ORDER BY citations DESC, year DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

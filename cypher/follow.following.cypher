// The researchers that accounts follow, the latest first.
// $keys ids of accounts; $after: sort key of the last researcher seen, or null; $limit
// Columns: key, value
UNWIND $keys AS key
MATCH (a:Account {id: key})
CALL (a) {
  MATCH (a)-[f:FOLLOWS]->(r:Researcher)
  WITH r.id AS id, coalesce(f.at, '') AS at
  WHERE $after IS NULL OR at < $after[0] OR (at = $after[0] AND id > $after[1])
  RETURN id, at ORDER BY at DESC, id LIMIT $limit
}
RETURN key, {id: id, sortKey: [at, id]} AS value
ORDER BY at DESC, id

// A page of each researcher's topics: most works first, then by id.
// $keys researcher ids, $limit, $after [works, id] or null
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (r:Researcher {id: key})-[e:RESEARCHES]->(t:Topic)
  WITH t.id AS id, e.works AS works, r.worksCount AS all
  WHERE $after IS NULL OR works < $after[0] OR (works = $after[0] AND id > $after[1])
  RETURN id, works, toFloat(works) / all AS share
  ORDER BY works DESC, id
  LIMIT $limit
}
RETURN key, {id: id, works: works, share: share, sortKey: [works, id]} AS value

// A page of each researcher's topics: most works first, then by id.
// $keys researcher ids, $limit, $after [works, id] or null
// Columns: key, value (of each topic: id, name, works, share)
UNWIND $keys AS key
CALL (key) {
  MATCH (r:Researcher {id: key})-[e:RESEARCHES]->(t:Topic)
  WITH t.id AS id, t, e.works AS works, r.worksCount AS all
  WHERE $after IS NULL OR works < $after[0] OR (works = $after[0] AND id > $after[1])
  WITH id, t, works, all
  ORDER BY works DESC, id
  LIMIT $limit
  RETURN collect([id, t.name, works, toFloat(works) / all]) AS value
}
RETURN key, value

// Recounts affiliations from authorships: of stated ones the works, of derived ones everything.
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  MATCH (r)-[e:AUTHORED]->(w)
  UNWIND e.institutionIds AS institution
  MATCH (i:Institution {id: institution})
  WITH i, count(DISTINCT w) AS works, min(w.year) AS firstYear, max(w.year) AS lastYear
  WITH collect([i.id, works, firstYear, lastYear, coalesce(lastYear, -1000000)]) AS named
  RETURN named, reduce(latest = -1000000, one IN named | CASE WHEN one[4] > latest THEN one[4] ELSE latest END) AS latest
}
RETURN id,
  COLLECT {
    MATCH (r)-[a:AFFILIATED]->(i)
    RETURN [i.id, a.works, a.institutionId, a.stated, a.fromYear, a.toYear, a.current]
  } AS stored,
  CASE
    WHEN EXISTS { (r)-[:AFFILIATED {stated: true}]->() } THEN COLLECT {
      MATCH (r)-[a:AFFILIATED {stated: true}]->(i)
      RETURN [i.id, coalesce(head([one IN named WHERE one[0] = i.id | one[1]]), 0), i.id, true,
        a.fromYear, a.toYear, a.current]
    }
    ELSE [one IN named | [one[0], one[1], one[0], null, one[2], one[3], one[4] = latest]]
  END AS counted

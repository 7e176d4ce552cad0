// A page of each researcher's coauthors: most joint works first, then the latest joint work, then by id.
// $keys researcher ids, $limit, $after [works, lastYear, id] or null, $minWorks, $since year or null
// Columns: key, value (of each coauthor: id, name, works, strength, firstYear, lastYear)
UNWIND $keys AS key
CALL (key) {
  MATCH (:Researcher {id: key})-[e:COAUTHOR]-(r:Researcher)
  WHERE e.works >= $minWorks AND ($since IS NULL OR e.lastYear >= $since)
  WITH r.id AS id, r, e, coalesce(e.lastYear, 0) AS lastYear
  WHERE $after IS NULL
    OR e.works < $after[0]
    OR (e.works = $after[0] AND (lastYear < $after[1] OR (lastYear = $after[1] AND id > $after[2])))
  WITH id, r, e, lastYear
  ORDER BY e.works DESC, lastYear DESC, id
  LIMIT $limit
  RETURN collect([id, r.name, e.works, e.strength, e.firstYear, e.lastYear]) AS value
}
RETURN key, value

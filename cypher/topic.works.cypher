// A page of the works about each topic: most cited first, then the newest, then by id.
// The range over citationCount keeps the plan on the index in rank order: no more is read than it takes to fill the page.
// $keys topic ids, $limit, $after sort key of the last item seen or null; $set which
// works (see parts/work.filter)
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (w:Work)-[e:ABOUT {topicId: key}]->(:Topic)
  USING INDEX SEEK e:ABOUT(topicId, citationCount, year)
  WHERE e.citationCount <= coalesce(-$after[0][0], 9007199254740991) AND e.year >= 0
  WITH key, e, w, w.id AS id
  WHERE ($after IS NULL
    OR e.citationCount < -$after[0][0]
    OR e.year < -$after[0][1]
    OR (e.year = -$after[0][1] AND id > $after[2]))
    AND
    // include work.filter
  RETURN id, [[-e.citationCount, -e.year], '', id] AS sortKey
  ORDER BY e.topicId DESC, e.citationCount DESC, e.year DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

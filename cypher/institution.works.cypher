// A page of the works produced at each institution: most cited first, then the newest, then by id.
// The range over citationCount keeps the plan on the index in rank order, which never walks a hub.
// $keys institution ids, $limit, $after [citationCount, year, id] or null, $ceiling the first key of $after, or a number above all
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (w:Work)-[e:PRODUCED_AT {institutionId: key}]->(:Institution)
  USING INDEX SEEK e:PRODUCED_AT(institutionId, citationCount, year)
  WHERE e.citationCount <= $ceiling AND e.year >= 0
  WITH e, w.id AS id
  WHERE $after IS NULL
    OR e.citationCount < $after[0]
    OR e.year < $after[1]
    OR (e.year = $after[1] AND id > $after[2])
  RETURN id, [e.citationCount, e.year, id] AS sortKey
  ORDER BY e.institutionId DESC, e.citationCount DESC, e.year DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

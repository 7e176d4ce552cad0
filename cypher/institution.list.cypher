// A page of the institutions that a text matches and that pass a filter, most works first.
// $keys one name for the list; $set which (see parts/institution.filter), with `text`; $limit, $after
// [works, id] of the last item seen or null
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL db.index.fulltext.queryNodes('institutionText', $set.text) YIELD node AS i
  WITH i, i.worksCount AS works, i.id AS id
  WHERE ($after IS NULL OR works < $after[0] OR (works = $after[0] AND id > $after[1]))
    AND
    // include institution.filter
  RETURN id, [works, id] AS sortKey
  ORDER BY works DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

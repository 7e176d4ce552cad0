// A page of the topics that a text matches and that pass a filter, most works first.
// $keys one name for the list; $set which (see parts/topic.filter), with `text`; $limit, $after
// [works, id] of the last item seen or null
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL db.index.fulltext.queryNodes('topicText', $set.text) YIELD node AS t
  WITH t, t.worksCount AS works, t.id AS id
  WHERE ($after IS NULL OR works < $after[0] OR (works = $after[0] AND id > $after[1]))
    AND
    // include topic.filter
  RETURN id, [works, id] AS sortKey
  ORDER BY works DESC, id
  LIMIT $limit
}
RETURN key, {id: id, sortKey: sortKey} AS value

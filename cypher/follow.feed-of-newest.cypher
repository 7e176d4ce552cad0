// As follow.feed, found among the newest works of the graph: for accounts that follow so many that theirs are met soon.
// $keys: id of one account; $after; $limit; $maxAuthors
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (w:Work)
  USING INDEX w:Work(arrivedAt)
  WHERE w.arrivedAt <= coalesce($after[0], '~')
  MATCH (w)<-[:AUTHORED]-(r:Researcher)
  WHERE EXISTS { (r)<-[:FOLLOWS]-(:Account {id: key}) } AND
    // include feed.after
  RETURN r, w ORDER BY w.arrivedAt DESC, w.id, r.id LIMIT $limit + 1
}
// include feed.items

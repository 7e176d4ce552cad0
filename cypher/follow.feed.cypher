// What is new of the researchers that an account follows, newest first, found among all of their works: works that came into
// the graph, as the log of changes dates them, and new coauthors.
// $keys: id of one account; $after: sort key of the last item seen (moment, work, researcher, coauthor or ''), or null; $limit;
// $maxAuthors: works with more names make no coauthors
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (:Account {id: key})-[:FOLLOWS]->(r:Researcher)-[:AUTHORED]->(w:Work)
  WHERE w.arrivedAt IS NOT NULL AND
    // include feed.after
  // The work of the last item seen is among them, and may be seen to its end.
  RETURN r, w ORDER BY w.arrivedAt DESC, w.id, r.id LIMIT $limit + 1
}
// include feed.items

// What is new of the researchers that accounts follow, newest first: works that came into the graph, as the log of changes
// dates them, and for each of their coauthors of whom this is the first joint work an item more.
// The first joint work came first; of works that came at the same moment it is the earlier one, then the one of the lower id.
// $keys ids of accounts; $after: sort key of the last item seen (moment, work, researcher, coauthor or ''), or null; $limit;
// $maxAuthors: works with more names make no coauthors
// Columns: key, value
UNWIND $keys AS key
MATCH (account:Account {id: key})
CALL (account) {
  CALL (account) {
    MATCH (account)-[:FOLLOWS]->(r:Researcher)-[:AUTHORED]->(w:Work)
    WHERE w.arrivedAt IS NOT NULL AND ($after IS NULL OR w.arrivedAt < $after[0]
      OR (w.arrivedAt = $after[0] AND (w.id > $after[1] OR (w.id = $after[1] AND r.id >= $after[2]))))
    RETURN r, w ORDER BY w.arrivedAt DESC, w.id, r.id LIMIT $limit
  }
  CALL (r, w) {
    RETURN '' AS coauthor
    UNION ALL
    WITH r, w
    WHERE w.authorCount <= $maxAuthors
    MATCH (w)<-[:AUTHORED]-(c:Researcher)
    WHERE c <> r AND NOT EXISTS {
      MATCH (r)-[:AUTHORED]->(other:Work)<-[:AUTHORED]-(c)
      WHERE other <> w AND other.authorCount <= $maxAuthors AND (coalesce(other.arrivedAt, '') < w.arrivedAt
        OR (other.arrivedAt = w.arrivedAt
          AND (coalesce(other.year, 9999) < coalesce(w.year, 9999)
            OR (coalesce(other.year, 9999) = coalesce(w.year, 9999) AND other.id < w.id))))
    }
    RETURN c.id AS coauthor
  }
  WITH r.id AS researcher, w.id AS work, w.arrivedAt AS at, coauthor
  WHERE $after IS NULL OR at < $after[0] OR work > $after[1] OR researcher > $after[2] OR coauthor > $after[3]
  RETURN researcher, work, at, coauthor ORDER BY at DESC, work, researcher, coauthor LIMIT $limit
}
RETURN key, {
  id: work + ' ' + researcher + CASE coauthor WHEN '' THEN '' ELSE ' ' + coauthor END,
  sortKey: [at, work, researcher, coauthor], researcherId: researcher, workId: work, at: at,
  coauthorId: CASE coauthor WHEN '' THEN null ELSE coauthor END
} AS value
ORDER BY at DESC, work, researcher, coauthor

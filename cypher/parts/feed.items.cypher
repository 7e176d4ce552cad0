// The items of works `w` of researchers `r`: each work, and for each of its coauthors of whom it is the first joint work an item
// more. The first joint work came first; of works that came at the same moment it is the earlier one, then the one of the
// lower id.
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
WITH key, r.id AS researcher, w.id AS work, w.arrivedAt AS at, coauthor
WHERE $after IS NULL OR at < $after[0] OR work > $after[1] OR researcher > $after[2] OR coauthor > $after[3]
WITH key, researcher, work, at, coauthor ORDER BY at DESC, work, researcher, coauthor LIMIT $limit
RETURN key, {
  id: work + ' ' + researcher + CASE coauthor WHEN '' THEN '' ELSE ' ' + coauthor END,
  sortKey: [at, work, researcher, coauthor], researcherId: researcher, workId: work, at: at,
  coauthorId: CASE coauthor WHEN '' THEN null ELSE coauthor END
} AS value
ORDER BY at DESC, work, researcher, coauthor

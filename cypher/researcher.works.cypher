// A page of all works of each researcher in the order RANK (see parts/work.page), each with what is asked of it: the works are at
// hand here, while each look-up by id costs as much as reading two of them. One that is on many people's lists would be read for
// each of them: works of more than a hundred names come without, and are looked up once.
// $keys researcher ids, $limit, $after sort key of the last item seen or null, $withRecord, $authors how many of each work
// Columns: key, value (of each work: id, sortKey, record or null, authors; see parts/work.record and work.authors)
UNWIND $keys AS key
CALL (key) {
  MATCH (:Researcher {id: key})-[:AUTHORED]->(w:Work)
  WITH DISTINCT w
  WITH w, w.id AS id, [-w.citationCount, -w.sortYear] AS up
  WHERE $after IS NULL OR up > $after[0] OR (up = $after[0] AND id > $after[2])
  WITH w, id, up, coalesce(w.authorCount, 0) <= 100 AS isShort
  ORDER BY up, id
  LIMIT $limit
  CALL (w, isShort) {
    WITH w WHERE $authors > 0 AND isShort
    MATCH (w)<-[e:AUTHORED]-(r:Researcher)
    WITH r, e
    ORDER BY e.position, r.id
    LIMIT $authors
    RETURN collect([r.id, r.name, e.position, e.name, e.corresponding, coalesce(e.institutionIds, [])]) AS authors
  }
  WITH id, up, authors, CASE WHEN $withRecord AND isShort THEN
    // include work.record
    END AS record
  ORDER BY up, id
  RETURN collect([id, [up, '', id], record, authors]) AS value
}
RETURN key, value

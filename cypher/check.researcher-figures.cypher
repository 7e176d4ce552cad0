// Recounts the figures of researchers from their edges.
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  MATCH (r)-[:AUTHORED]->(w:Work)
  WITH w ORDER BY w.citationCount DESC
  RETURN collect(w.citationCount) AS citations, min(w.year) AS firstYear, max(w.year) AS lastYear
}
RETURN id,
  [[null, r.worksCount, r.citationCount, r.hIndex, r.firstYear, r.lastYear, r.topicsCount, r.collaboratorsCount,
    r.closeCollaboratorsCount]] AS stored,
  [[null, size(citations), reduce(total = 0, count IN citations | total + count),
    size([rank IN range(1, size(citations)) WHERE citations[rank - 1] >= rank]), firstYear, lastYear,
    COUNT { (r)-[:RESEARCHES]->() }, COUNT { (r)-[:COAUTHOR]-() },
    COUNT { (r)-[c:COAUTHOR]-() WHERE c.works >= 2 }]] AS counted

// Counts what researchers did, from their edges.
// $ids: ids of the researchers
// Columns: none
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
CALL (r) {
  MATCH (r)-[:AUTHORED]->(w:Work)
  WITH w ORDER BY w.citationCount DESC
  RETURN collect(w.citationCount) AS citations, min(w.year) AS firstYear, max(w.year) AS lastYear
}
SET r.worksCount = size(citations),
  r.citationCount = reduce(total = 0, count IN citations | total + count),
  r.hIndex = size([rank IN range(1, size(citations)) WHERE citations[rank - 1] >= rank]),
  r.firstYear = firstYear,
  r.lastYear = lastYear,
  r.topicsCount = COUNT { (r)-[:RESEARCHES]->() },
  r.collaboratorsCount = COUNT { (r)-[:COAUTHOR]-() },
  r.closeCollaboratorsCount = COUNT { (r)-[c:COAUTHOR]-() WHERE c.works >= 2 }

// Works that claims alone made known and that are one of these works, by DOI or arXiv id.
// $ids: ids of works
// Columns: id, stub
UNWIND $ids AS id
MATCH (w:Work {id: id})
CALL (w) {
  MATCH (s:Work {doi: w.doi}) RETURN s
  UNION
  MATCH (s:Work {arxivId: w.arxivId}) RETURN s
}
WITH id, s
WHERE s.id STARTS WITH 'doi:' AND NOT id STARTS WITH 'doi:'
RETURN id, s.id AS stub
ORDER BY stub, id

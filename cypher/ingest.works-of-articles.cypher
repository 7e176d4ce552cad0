// The works that articles of arXiv may be, by the id that stands for the article, its DOI, its own id.
// $rows: place, id (node id), doi, arxivId
// Columns: place, id, doi, arxivId, hash, sourceUpdatedAt, notImported, unknown, supplement
UNWIND $rows AS row
CALL (row) {
  MATCH (w:Work {id: row.id}) RETURN w
  UNION
  MATCH (w:Work {doi: row.doi}) RETURN w
  UNION
  MATCH (w:Work {arxivId: row.arxivId}) RETURN w
}
RETURN row.place AS place, w.id AS id, w.doi AS doi, w.arxivId AS arxivId, w.hash AS hash,
  w.sourceUpdatedAt AS sourceUpdatedAt, w.notImported AS notImported, w.unknown AS unknown, w.supplement AS supplement
ORDER BY place, id

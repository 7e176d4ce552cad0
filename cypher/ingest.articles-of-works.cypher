// Works that arXiv alone knows, under its key, and that turn out to be one of these works.
// $rows: id, arxivId, doi (of works that another source has the record of)
// Columns: id, article, properties
// Not STARTS WITH: an index serves that, and while the graph is small the planner would read all of arXiv for each row.
UNWIND $rows AS row
CALL (row) {
  MATCH (w:Work {id: 'arxiv:' + row.arxivId}) RETURN w
  UNION
  MATCH (w:Work {doi: row.doi}) WHERE left(w.id, 6) = 'arxiv:' RETURN w
}
RETURN row.id AS id, w.id AS article, properties(w) AS properties
ORDER BY id, article <> 'arxiv:' + coalesce(row.arxivId, ''), article

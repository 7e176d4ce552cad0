// The works of DOIs: of several one that another source than a claim knows, then the first by id.
// $dois: the DOIs
// Columns: doi, id, byline, fields, hash
UNWIND $dois AS doi
CALL (doi) {
  MATCH (w:Work {doi: doi})
  RETURN w ORDER BY w.id STARTS WITH 'doi:', w.id STARTS WITH 'arxiv:', w.id LIMIT 1
}
RETURN doi, w.id AS id, coalesce(w.byline, []) AS byline, w {.title, .type, .year, .date, .source} AS fields,
  w.hash AS hash

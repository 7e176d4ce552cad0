// The works of claims: of several one that another source than a claim knows, then the first by id.
// $keys: of the claims: DOIs, or `arxiv:` and an id
// Columns: key, id, doi, byline, fields, hash
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    MATCH (w:Work {doi: key}) RETURN w
    UNION
    WITH key WHERE key STARTS WITH 'arxiv:'
    MATCH (w:Work {arxivId: substring(key, 6)}) RETURN w
  }
  RETURN w ORDER BY w.id STARTS WITH 'doi:', w.id STARTS WITH 'arxiv:', w.id LIMIT 1
}
RETURN key, w.id AS id, w.doi AS doi, coalesce(w.byline, []) AS byline, w {.title, .type, .year, .date, .source} AS fields,
  w.hash AS hash

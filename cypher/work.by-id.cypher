// Works by id, and how long their lists are.
// $keys ids
// Columns: key, __typename, id, updatedAt, title, type, year, date, source, doi, arxivId, openAccessUrl, abstract, citationCount, retracted, unknown, sources, byline, institutionIds, titleText, abstractText, authorsCount, referencesCount, citedByCount
UNWIND $keys AS key
MATCH (w:Work {id: key})
RETURN key, 'Work' AS __typename, w.id AS id, w.updatedAt AS updatedAt, w.title AS title, w.type AS type, w.year AS year,
  w.date AS date, w.source AS source, w.doi AS doi, w.arxivId AS arxivId, w.openAccessUrl AS openAccessUrl,
  w.abstract AS abstract, w.citationCount AS citationCount, w.retracted AS retracted, w.unknown AS unknown,
  w.sources AS sources, coalesce(w.byline, []) AS byline, coalesce(w.institutionIds, []) AS institutionIds,
  coalesce(w.titleText, w.title) AS titleText, coalesce(w.abstractText, w.abstract) AS abstractText,
  COUNT { (w)<-[:AUTHORED]-() } AS authorsCount,
  COUNT { (w)-[:CITES]->() } AS referencesCount,
  COUNT { (w)<-[:CITES]-() } AS citedByCount

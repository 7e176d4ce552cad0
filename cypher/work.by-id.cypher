// Works by id.
// $keys ids
// Columns: key, value
UNWIND $keys AS key
MATCH (w:Work {id: key})
RETURN key, w {
  __typename: 'Work', .id, .updatedAt, .title, .type, .year, .date, .source, .doi, .arxivId, .openAccessUrl,
  .abstract, .citationCount, .retracted, .unknown, .sources,
  byline: coalesce(w.byline, []), institutionIds: coalesce(w.institutionIds, []),
  titleText: coalesce(w.titleText, w.title),
  abstractText: coalesce(w.abstractText, w.abstract)
} AS value

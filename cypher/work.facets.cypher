// How many works of a filtered list have each value of a facet: most works first, then by value; by year, oldest first. All
// facets of a list are counted in one reading of it.
// $keys '<facet> <most values> <what the list belongs to>', facets YEARS, TYPES, SOURCES and TOPICS; $set which works (see
// parts/work.candidates and work.filter)
// Columns: key, value (of each value: facetValue, name, works, citations)
UNWIND $keys AS question
WITH question, split(question, ' ') AS part
WITH part[2] AS key, collect({question: question, facet: part[0], limit: toInteger(part[1])}) AS facets
CALL (key, facets) {
  CALL (key) {
    // include work.candidates
    UNION ALL
    UNWIND CASE WHEN $set.of = 'ALL' AND $set.startIds IS NULL AND $set.text IS NULL THEN [key] ELSE [] END AS start
    MATCH (w:Work)
    RETURN w
  }
  WITH key, facets, w
  WHERE
    // include work.filter
  UNWIND range(0, size(facets) - 1) AS at
  UNWIND CASE facets[at].facet
    WHEN 'YEARS' THEN [w.year]
    WHEN 'TYPES' THEN [w.type]
    WHEN 'SOURCES' THEN [w.source]
    ELSE COLLECT { MATCH (w)-[:ABOUT]->(topic) RETURN topic }
  END AS value
  WITH at, value, count(*) AS works, sum(w.citationCount) AS citations
  WHERE value IS NOT NULL
  WITH facets[at] AS facet, value, works, citations
  WITH facet, works, citations,
    CASE facet.facet WHEN 'TOPICS' THEN value.id ELSE value END AS value,
    CASE facet.facet WHEN 'TOPICS' THEN value.name END AS name
  WHERE value IS NOT NULL
  ORDER BY CASE facet.facet WHEN 'YEARS' THEN value ELSE -works END, value
  WITH facet, collect([value, name, works, citations]) AS rows
  RETURN facet.question AS question, rows[..facet.limit] AS value
}
RETURN question AS key, value

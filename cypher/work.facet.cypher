// How many works of a filtered list have each value of a facet: most works first, then by value; by year, oldest first.
// $keys what the lists belong to; $set which works (see parts/work.candidates and work.filter); $facet YEARS, TYPES, SOURCES or
// TOPICS; $limit
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  CALL (key) {
    // include work.candidates
    UNION ALL
    UNWIND CASE WHEN $set.of = 'ALL' AND $set.startIds IS NULL AND $set.text IS NULL THEN [key] ELSE [] END AS start
    MATCH (w:Work)
    RETURN w
  }
  WITH key, w
  WHERE
    // include work.filter
  UNWIND CASE $facet
    WHEN 'YEARS' THEN [w.year]
    WHEN 'TYPES' THEN [w.type]
    WHEN 'SOURCES' THEN [w.source]
    ELSE COLLECT { MATCH (w)-[:ABOUT]->(topic) RETURN topic.id }
  END AS value
  WITH value, count(*) AS works, sum(w.citationCount) AS citations
  WHERE value IS NOT NULL
  RETURN value, works, citations
  ORDER BY CASE $facet WHEN 'YEARS' THEN value ELSE -works END, value
  LIMIT $limit
}
RETURN key, {value: value, works: works, citations: citations} AS value

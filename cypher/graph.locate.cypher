// The node that an identifier stands for. Only where there is none, an id is looked for among those that moved.
// $keys identifiers, each `<property> <value>` with property one of id, orcid, doi, arxivId, ror
// Columns: key, value
UNWIND $keys AS key
WITH key, split(key, ' ')[0] AS property, substring(key, size(split(key, ' ')[0]) + 1) AS text
OPTIONAL CALL (property, text) {
  WITH property, text WHERE property = 'id' MATCH (n:Researcher {id: text}) RETURN n
  UNION ALL
  WITH property, text WHERE property = 'id' MATCH (n:Work {id: text}) RETURN n
  UNION ALL
  WITH property, text WHERE property = 'id' MATCH (n:Topic {id: text}) RETURN n
  UNION ALL
  WITH property, text WHERE property = 'id' MATCH (n:Institution {id: text}) RETURN n
  UNION ALL
  WITH property, text WHERE property = 'orcid' MATCH (n:Researcher {orcid: text}) RETURN n
  UNION ALL
  WITH property, text WHERE property = 'doi' MATCH (n:Work {doi: text}) RETURN n
  UNION ALL
  WITH property, text WHERE property = 'arxivId' MATCH (n:Work {arxivId: text}) RETURN n
  UNION ALL
  WITH property, text WHERE property = 'ror' MATCH (n:Institution {ror: text}) RETURN n
}
WITH key, property, text, n ORDER BY key, n.id
WITH key, property, text, head(collect(n)) AS present
OPTIONAL CALL (property, text, present) {
  WITH property, text, present WHERE property = 'id' AND present IS NULL
  MATCH (:FormerId {id: text})-[became:BECAME]->(direct)
  MATCH way = (direct)-[:BECAME]->{0,32}(end)
  MATCH (n:Researcher|Work|Topic|Institution {id: end.id})
  RETURN n AS successor ORDER BY became.place, length(way) LIMIT 1
}
WITH key, coalesce(present, successor) AS n, present IS NULL AS moved
WHERE n IS NOT NULL
RETURN key, {id: n.id, type: toUpper(labels(n)[0]), moved: moved} AS value

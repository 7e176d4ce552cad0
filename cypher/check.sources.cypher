// Recounts the nodes that have a record of each source.
// Columns: id, stored, counted (both lists of a key and its values)
MATCH (s:Source)
CALL (s) {
  MATCH (n:Work|Researcher|Topic|Institution)
  WHERE (n.hash IS NOT NULL OR n.orcidRecord IS NOT NULL) AND s.name IN split(n.sources, ' ')
  RETURN count(n) AS records
}
RETURN s.name AS id, [[null, s.records]] AS stored, [[null, records]] AS counted

// The node that an identifier stands for.
// $keys identifiers, each `<property> <value>` with property one of id, orcid, doi, arxivId, ror
// Columns: key, value
UNWIND $keys AS key
WITH key, split(key, ' ')[0] AS property, substring(key, size(split(key, ' ')[0]) + 1) AS text
CALL (property, text) {
  WITH property, text WHERE property = 'id' MATCH (n:Researcher {id: text}) RETURN n.id AS id, 'RESEARCHER' AS type
  UNION ALL
  WITH property, text WHERE property = 'id' MATCH (n:Work {id: text}) RETURN n.id AS id, 'WORK' AS type
  UNION ALL
  WITH property, text WHERE property = 'id' MATCH (n:Topic {id: text}) RETURN n.id AS id, 'TOPIC' AS type
  UNION ALL
  WITH property, text WHERE property = 'id' MATCH (n:Institution {id: text}) RETURN n.id AS id, 'INSTITUTION' AS type
  UNION ALL
  WITH property, text WHERE property = 'orcid' MATCH (n:Researcher {orcid: text}) RETURN n.id AS id, 'RESEARCHER' AS type
  UNION ALL
  WITH property, text WHERE property = 'doi' MATCH (n:Work {doi: text}) RETURN n.id AS id, 'WORK' AS type
  UNION ALL
  WITH property, text WHERE property = 'arxivId' MATCH (n:Work {arxivId: text}) RETURN n.id AS id, 'WORK' AS type
  UNION ALL
  WITH property, text WHERE property = 'ror' MATCH (n:Institution {ror: text}) RETURN n.id AS id, 'INSTITUTION' AS type
}
WITH key, id, type
ORDER BY key, id
RETURN key, {id: id, type: type} AS value

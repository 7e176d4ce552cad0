// Nodes whose name or title matches, best match first: an exact name before all, then by text match and fame together.
// $lucene query in Lucene's syntax, $exact the whole text in lower case, $types kinds asked for, $hits most matches
//   ranked of each kind, $limit, $after [exactness, score, id] or null
// Columns: id, type, score, sortKey
CALL () {
  WITH 1 AS one WHERE 'RESEARCHER' IN $types
  CALL db.index.fulltext.queryNodes('researcherText', $lucene, {limit: $hits}) YIELD node, score
  RETURN node, score, 'RESEARCHER' AS type, node.name AS label, node.worksCount AS fame
  UNION ALL
  WITH 1 AS one WHERE 'WORK' IN $types
  CALL db.index.fulltext.queryNodes('workText', $lucene, {limit: $hits}) YIELD node, score
  RETURN node, score, 'WORK' AS type, coalesce(node.titleText, node.title) AS label, node.citationCount AS fame
  UNION ALL
  WITH 1 AS one WHERE 'TOPIC' IN $types
  CALL db.index.fulltext.queryNodes('topicText', $lucene, {limit: $hits}) YIELD node, score
  RETURN node, score, 'TOPIC' AS type, node.name AS label, node.worksCount AS fame
  UNION ALL
  WITH 1 AS one WHERE 'INSTITUTION' IN $types
  CALL db.index.fulltext.queryNodes('institutionText', $lucene, {limit: $hits}) YIELD node, score
  RETURN node, score, 'INSTITUTION' AS type, node.name AS label, node.worksCount AS fame
}
WITH node.id AS id, type,
  CASE WHEN toLower(label) = $exact THEN 1 ELSE 0 END AS exactness,
  round(score * (1 + log10(1 + fame)), 6) AS score
WHERE $after IS NULL
  OR exactness < $after[0]
  OR (exactness = $after[0] AND (score < $after[1] OR (score = $after[1] AND id > $after[2])))
RETURN id, type, score, [exactness, score, id] AS sortKey
ORDER BY exactness DESC, score DESC, id
LIMIT $limit

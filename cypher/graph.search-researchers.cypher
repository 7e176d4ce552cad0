// Researchers whose name matches, best match first. Rank 2: the text is a name, in other case, accents or punctuation
// at most; 1: all words are in names. Within a rank the best known first, then by id.
// The full-text index gives at most $hits, in an order of its own. Where that cuts, the best known are read from their
// ranking and looked at one by one, so that none of them is lost. UNWIND keeps the planner from reading the ranking
// first, and the CALL below it keeps the ranking's order.
// $names query in Lucene's syntax; $exact, $words Java's regular expressions for an exact name and for
//   names that hold the words; $longest name compared with $exact; $located id of a node to leave out, or null; $hits,
//   $known; $limit, $after [rank, fame, id] or null
// Columns: id, sortKey
CALL () {
  CALL db.index.fulltext.queryNodes('researcherText', $names, {limit: $hits}) YIELD node
  RETURN count(node) = $hits AS cut
}
CALL (cut) {
  CALL db.index.fulltext.queryNodes('researcherText', $names, {limit: $hits}) YIELD node AS n
  RETURN n, 1 AS rank
  UNION
  UNWIND CASE WHEN cut THEN [1] ELSE [] END AS once
  CALL () { MATCH (n:Researcher) WHERE n.worksCount >= 0 RETURN n ORDER BY n.worksCount DESC LIMIT $known }
  WITH n
  WHERE any(name IN [n.name] + coalesce(n.otherNames, []) WHERE toLower(normalize(name, NFKD)) =~ $words)
  RETURN n, 1 AS rank
}
WITH n, rank, [n.name] + coalesce(n.otherNames, []) AS names
WITH n.id AS id, n.worksCount AS fame,
  CASE
    WHEN rank = 1 AND any(name IN names WHERE size(name) <= $longest AND toLower(normalize(name, NFKD)) =~ $exact) THEN 2
    ELSE rank
  END AS rank
WHERE ($located IS NULL OR id <> $located)
  AND ($after IS NULL
    OR rank < $after[0]
    OR (rank = $after[0] AND (fame < $after[1] OR (fame = $after[1] AND id > $after[2]))))
RETURN id, [rank, fame, id] AS sortKey
ORDER BY rank DESC, fame DESC, id
LIMIT $limit

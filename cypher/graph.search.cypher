// Nodes whose name, title or text matches, best match first. Rank 2: the text is a name, in other case, accents or
// punctuation at most; 1: all words are in names or titles; 0: in abstracts or descriptions, too. Within a rank the best
// known first: by works, ten citations of a work counting as one; then by id.
// The full-text index gives at most $hits of a kind, in an order of its own. Where that cuts (never the topics, which
// are fewer), the best known of the kind are read from its ranking and looked at one by one, so that none of them is lost.
// $lucene queries in Lucene's syntax: names by kind, texts of works and topics; $exact, $words Java's regular expressions
//   for an exact name and for names that hold the words; $longest name compared with $exact; $types kinds asked for;
//   $located id of a node to leave out, or null; $hits, $known; $limit, $after [rank, fame, id] or null
// Columns: id, type, sortKey
CALL () {
  WITH 1 AS one WHERE 'RESEARCHER' IN $types
  CALL () {
    CALL db.index.fulltext.queryNodes('researcherText', $lucene.names.RESEARCHER, {limit: $hits}) YIELD node
    RETURN count(node) = $hits AS cut
  }
  CALL (cut) {
    CALL db.index.fulltext.queryNodes('researcherText', $lucene.names.RESEARCHER, {limit: $hits}) YIELD node AS n
    RETURN n
    UNION
    WITH cut WHERE cut
    MATCH (n:Researcher) WHERE n.worksCount >= 0
    WITH n ORDER BY n.worksCount DESC LIMIT $known
    WHERE any(name IN [n.name] + coalesce(n.otherNames, []) WHERE toLower(normalize(name, NFKD)) =~ $words)
    RETURN n
  }
  RETURN n, 'RESEARCHER' AS type, 1 AS rank, n.worksCount AS fame, [n.name] + coalesce(n.otherNames, []) AS names

  UNION ALL
  WITH 1 AS one WHERE 'INSTITUTION' IN $types
  CALL () {
    CALL db.index.fulltext.queryNodes('institutionText', $lucene.names.INSTITUTION, {limit: $hits}) YIELD node
    RETURN count(node) = $hits AS cut
  }
  CALL (cut) {
    CALL db.index.fulltext.queryNodes('institutionText', $lucene.names.INSTITUTION, {limit: $hits}) YIELD node AS n
    RETURN n
    UNION
    WITH cut WHERE cut
    MATCH (n:Institution) WHERE n.worksCount >= 0
    WITH n ORDER BY n.worksCount DESC LIMIT $known
    WHERE any(name IN [n.name] + coalesce(n.otherNames, []) WHERE toLower(normalize(name, NFKD)) =~ $words)
    RETURN n
  }
  RETURN n, 'INSTITUTION' AS type, 1 AS rank, n.worksCount AS fame, [n.name] + coalesce(n.otherNames, []) AS names

  UNION ALL
  WITH 1 AS one WHERE 'TOPIC' IN $types
  CALL () {
    CALL db.index.fulltext.queryNodes('topicText', $lucene.names.TOPIC, {limit: $hits}) YIELD node AS n
    RETURN n, 1 AS rank
    UNION ALL
    CALL db.index.fulltext.queryNodes('topicText', $lucene.texts.TOPIC, {limit: $hits}) YIELD node AS n
    RETURN n, 0 AS rank
  }
  RETURN n, 'TOPIC' AS type, rank, n.worksCount AS fame, [n.name] AS names

  UNION ALL
  WITH 1 AS one WHERE 'WORK' IN $types
  CALL () {
    CALL db.index.fulltext.queryNodes('workText', $lucene.names.WORK, {limit: $hits}) YIELD node
    RETURN count(node) = $hits AS cut
  }
  CALL (cut) {
    CALL db.index.fulltext.queryNodes('workText', $lucene.names.WORK, {limit: $hits}) YIELD node AS n
    RETURN n, 1 AS rank
    UNION
    WITH cut WHERE cut
    MATCH (n:Work) WHERE n.citationCount >= 0 AND n.sortYear >= 0
    WITH n ORDER BY n.citationCount DESC, n.sortYear DESC LIMIT $known
    WHERE toLower(normalize(coalesce(n.titleText, n.title), NFKD)) =~ $words
    RETURN n, 1 AS rank
    UNION
    WITH cut WHERE NOT cut
    CALL db.index.fulltext.queryNodes('workText', $lucene.texts.WORK, {limit: $hits}) YIELD node AS n
    RETURN n, 0 AS rank
  }
  RETURN n, 'WORK' AS type, rank, n.citationCount / 10.0 AS fame,
    [n.title, coalesce(n.titleText, n.title)] AS names
}
WITH n.id AS id, type, fame,
  CASE
    WHEN rank = 1 AND any(name IN names WHERE size(name) <= $longest AND toLower(normalize(name, NFKD)) =~ $exact) THEN 2
    ELSE rank
  END AS rank
WHERE ($located IS NULL OR id <> $located)
  AND ($after IS NULL
    OR rank < $after[0]
    OR (rank = $after[0] AND (fame < $after[1] OR (fame = $after[1] AND id > $after[2]))))
RETURN id, type, [rank, fame, id] AS sortKey
ORDER BY rank DESC, fame DESC, id
LIMIT $limit

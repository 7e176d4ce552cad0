// The works most like each work, by the formula of docs/suggestions.md: half for shared references, a quarter each for
// shared topics and shared authors.
// Bounded: candidates come from $references references with at most $cited citing works each, the first $authors authors
// with at most $works works each, and the $leading most cited among the first $read works of each topic; $candidates of
// those who share references or authors are kept.
// $keys work ids, $limit, $references, $cited, $authors, $works, $leading, $read, $candidates, $ceiling a number above
//   all citations
// Columns: key, value
UNWIND $keys AS key
MATCH (w:Work {id: key})
WITH key, w,
  COLLECT { MATCH (w)-[:CITES]->(r:Work) RETURN r } AS references,
  COLLECT { MATCH (w)<-[:AUTHORED]-(x:Researcher) RETURN x } AS authors
CALL (w) {
  CALL (w) {
    MATCH (w)-[:CITES]->(r:Work)
    WITH w, r, COUNT { (r)<-[:CITES]-() } AS citing
    WHERE citing <= $cited
    WITH w, r ORDER BY citing, r.id LIMIT $references
    MATCH (r)<-[:CITES]-(v:Work)
    WHERE v <> w
    WITH v, count(*) AS shared
    RETURN v ORDER BY shared DESC, v.id LIMIT $candidates
    UNION
    MATCH (w)<-[e:AUTHORED]-(x:Researcher)
    WHERE e.position <= $authors AND x.worksCount <= $works
    MATCH (x)-[:AUTHORED]->(v:Work)
    WHERE v <> w
    WITH v, count(*) AS shared
    RETURN v ORDER BY shared DESC, v.citationCount DESC, v.id LIMIT $candidates
    UNION
    MATCH (w)-[:ABOUT]->(t:Topic)
    CALL (t) {
      MATCH (v:Work)-[e:ABOUT {topicId: t.id}]->(:Topic)
      USING INDEX SEEK e:ABOUT(topicId, citationCount, year)
      WHERE e.citationCount <= $ceiling AND e.year >= 0
      WITH v, e ORDER BY e.topicId DESC, e.citationCount DESC, e.year DESC LIMIT $read
      RETURN v ORDER BY e.citationCount DESC, e.year DESC, v.id LIMIT $leading
    }
    WITH w, v WHERE v <> w
    RETURN v
  }
  RETURN v
}
CALL (w, v, references, authors) {
  WITH w, v, references, authors,
    COUNT { (v)-[:CITES]->(r:Work) WHERE r IN references } AS sharedReferences,
    COUNT { (v)<-[:AUTHORED]-(x:Researcher) WHERE x IN authors } AS sharedAuthors,
    reduce(sum = 0.0, score IN COLLECT { MATCH (w)-[e:ABOUT]->(:Topic) RETURN e.score ORDER BY e.score } | sum + score)
      + reduce(sum = 0.0, score IN COLLECT { MATCH (v)-[e:ABOUT]->(:Topic) RETURN e.score ORDER BY e.score } | sum + score)
      AS scores,
    reduce(sum = 0.0, score IN COLLECT {
      MATCH (w)-[e:ABOUT]->(t:Topic)<-[f:ABOUT]-(v)
      RETURN CASE WHEN e.score < f.score THEN e.score ELSE f.score END AS least ORDER BY least
    } | sum + score) AS least
  WITH
    CASE sharedReferences WHEN 0 THEN 0.0
      ELSE sharedReferences / sqrt(toFloat(size(references)) * COUNT { (v)-[:CITES]->() }) END AS coupling,
    CASE least WHEN 0.0 THEN 0.0 ELSE least / (scores - least) END AS topical,
    CASE sharedAuthors WHEN 0 THEN 0.0
      ELSE toFloat(sharedAuthors) / (size(authors) + COUNT { (v)<-[:AUTHORED]-() } - sharedAuthors) END AS personal
  RETURN round(coupling / 2 + topical / 4 + personal / 4, 6) AS score
}
WITH key, v, score
WHERE score > 0
ORDER BY key, score DESC, v.id
WITH key, collect(v.id)[..$limit] AS ids
UNWIND ids AS id
RETURN key, id AS value

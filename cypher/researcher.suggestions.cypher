// People whom each researcher has not written with, best first, by the formula of docs/suggestions.md: Adamic-Adar over
// shared collaborators, plus the overlap of topics. Sums are made of whole billionths, the same in whatever order.
// Bounded: the researcher's $via closest collaborators with at most $widest collaborators each, its $topics main topics,
// the $peers leading researchers among the first $read of each, and of all these $candidates.
// $keys researcher ids, $limit, $via, $widest, $topics, $peers, $read, $candidates, $ceiling a number above all works
// Columns: key, value
UNWIND $keys AS key
MATCH (a:Researcher {id: key})
CALL (a) {
  MATCH (a)-[e:COAUTHOR]-(z:Researcher)
  WHERE z.collaboratorsCount <= $widest
  WITH z, e ORDER BY e.works DESC, coalesce(e.lastYear, 0) DESC, z.id LIMIT $via
  RETURN collect(z) AS friends
}
CALL (a) {
  MATCH (a)-[e:RESEARCHES]->(t:Topic)
  WITH a, e, t ORDER BY e.works DESC, t.id LIMIT $topics
  RETURN collect(t) AS topics, collect(toFloat(e.works) / a.worksCount) AS shares
}
CALL (a, topics) {
  UNWIND topics AS t
  CALL (t) {
    MATCH (b:Researcher)-[e:RESEARCHES {topicId: t.id}]->(:Topic)
    USING INDEX SEEK e:RESEARCHES(topicId, works)
    WHERE e.works <= $ceiling
    WITH b, e ORDER BY e.topicId DESC, e.works DESC LIMIT $read
    RETURN b ORDER BY e.works DESC, b.id LIMIT $peers
  }
  WITH DISTINCT a, b
  WHERE b <> a AND NOT EXISTS { (a)-[:COAUTHOR]-(b) }
  RETURN collect(b) AS peers
}
CALL (a, friends, peers) {
  UNWIND friends AS z
  MATCH (z)-[:COAUTHOR]-(b:Researcher)
  WHERE b <> a
  WITH a, peers, b, collect(z) AS via, sum(toInteger(round(1000000000 / log(z.collaboratorsCount)))) AS units
  WHERE NOT EXISTS { (a)-[:COAUTHOR]-(b) }
  // Whoever is a candidate for the topics needs the shared collaborators, too.
  WITH b, via, units ORDER BY b IN peers DESC, units DESC, b.id LIMIT $candidates
  RETURN collect([b, via, units]) AS near
}
WITH key, a, friends, topics, shares, near, peers, [candidate IN near | candidate[0]] AS known
CALL (a, topics, shares, near, peers, known) {
  UNWIND near + [b IN peers WHERE NOT b IN known | [b, [], 0]] AS candidate
  WITH topics, shares, candidate[0] AS b, candidate[1] AS via, candidate[2] AS units
  CALL (topics, shares, b) {
    UNWIND range(0, size(topics) - 1) AS at
    WITH b, topics[at] AS t, shares[at] AS share
    MATCH (b)-[e:RESEARCHES]->(t)
    WITH t, CASE WHEN toFloat(e.works) / b.worksCount < share THEN toFloat(e.works) / b.worksCount ELSE share END AS overlap
    ORDER BY overlap DESC, t.id
    RETURN collect([t.id, t.name]) AS common, sum(toInteger(round(1000000000 * overlap))) AS topicUnits
  }
  WITH b, via, common, round((units + topicUnits) / 1000000000.0, 6) AS score
  ORDER BY score DESC, b.id LIMIT $limit
  RETURN b, via, common, score
}
RETURN key, {
  id: b.id, score: score, sharedCollaborators: size(via), names: [z IN friends WHERE z IN via | z.name][..2], topics: common
} AS value

// The slice around any node: its neighbours, best first within each kind, and every edge among what is returned.
// Each two kinds of node are joined by one type of edge, so a neighbour's kind says which edge leads to it. Works about
// a topic and the like are taken from the index in rank order: the range predicate keeps the plan on it.
// params: $keys node ids, $works $topics $institutions $researchers limits, $withEdges, $withTotals
// columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (c:Researcher {id: key}) RETURN c
  UNION ALL
  MATCH (c:Work {id: key}) RETURN c
  UNION ALL
  MATCH (c:Topic {id: key}) RETURN c
  UNION ALL
  MATCH (c:Institution {id: key}) RETURN c
}
CALL (c, key) {
  WITH c WHERE c:Researcher OR c:Work
  MATCH (c)-[:AUTHORED|CITES]-(w:Work)
  WITH DISTINCT w
  ORDER BY w.citationCount DESC, coalesce(w.year, 0) DESC, w.id
  LIMIT $works
  RETURN w
  UNION ALL
  WITH c, key WHERE c:Topic
  MATCH (w:Work)-[e:ABOUT {topicId: key}]->(:Topic)
  USING INDEX e:ABOUT(topicId, citationCount, year)
  WHERE e.citationCount >= 0
  WITH w, e
  ORDER BY e.topicId DESC, e.citationCount DESC, e.year DESC, w.id
  LIMIT $works
  RETURN w
  UNION ALL
  WITH c, key WHERE c:Institution
  MATCH (w:Work)-[e:PRODUCED_AT {institutionId: key}]->(:Institution)
  USING INDEX e:PRODUCED_AT(institutionId, citationCount, year)
  WHERE e.citationCount >= 0
  WITH w, e
  ORDER BY e.institutionId DESC, e.citationCount DESC, e.year DESC, w.id
  LIMIT $works
  RETURN w
}
WITH key, c, collect(w) AS works
RETURN key, size(works) AS value

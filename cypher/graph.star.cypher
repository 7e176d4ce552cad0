// The slice around any node without its edges: a statement of its own, since the longer one costs more though it reads none.
// $keys node ids, $works $topics $institutions $researchers limits, $withTotals
// Columns: key, value
UNWIND $keys AS key
// include first-ring
WITH key, c, type, works, topics, institutions, researchers,
  [] AS workIds, [] AS topicIds, [] AS institutionIds, [] AS researcherIds, [] AS edges
// include slice-value

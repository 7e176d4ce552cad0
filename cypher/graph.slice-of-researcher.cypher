// As graph.slice, of researchers alone: nothing else is looked for, as in graph.star-of-researcher.
// $keys researcher ids, $works $topics $institutions $researchers limits, $withSources, $withTotals
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  // include first-ring.researcher
}
// include slice-edges
// include slice-value

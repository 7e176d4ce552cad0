// As graph.slice, of researchers alone: a question for one takes a sixth less where nothing else is looked for.
// $keys researcher ids, $works $topics $institutions $researchers limits, $withSources, $withTotals
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  // include first-ring.researcher
}
// include slice-edges
// include slice-value

// The slice around any node: its neighbours, best first within each kind, and every edge among what is returned.
// Nodes and edges come as columns, the ends of edges by the numbers of the database: rows and texts were a third of all the work.
// $keys node ids, $works $topics $institutions $researchers limits, $withSources, $withTotals
// Columns: key, value
UNWIND $keys AS key
// include first-ring
// include slice-edges
// include slice-value

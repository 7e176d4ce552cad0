// Whether any id of the graph ever moved: a look at a count.
// Columns: any
MATCH (f:FormerId)
RETURN count(f) > 0 AS any

// Whether anybody claims a work: a look at a count.
// Columns: any
MATCH (c:ClaimedWork)
RETURN count(c) > 0 AS any

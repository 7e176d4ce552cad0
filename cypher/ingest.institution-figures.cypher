// Counts the works of institutions: a look at the number of edges, not a walk.
// $rows: id, changed (whether its own fields or source edges changed); $now: moment of the change
// Columns: none
UNWIND $rows AS row
MATCH (n:Institution {id: row.id})
SET n.worksCount = COUNT { (n)<-[:PRODUCED_AT]-() },
  n.updatedAt = CASE WHEN row.changed THEN $now ELSE n.updatedAt END

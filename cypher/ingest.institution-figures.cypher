// Counts the works of institutions: a look at the number of edges, not a walk.
// $ids: ids of the institutions
// Columns: none
UNWIND $ids AS id
MATCH (n:Institution {id: id})
SET n.worksCount = COUNT { (n)<-[:PRODUCED_AT]-() }

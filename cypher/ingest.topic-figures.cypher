// Counts the works of topics: a look at the number of edges, not a walk.
// $ids: ids of the topics
// Columns: none
UNWIND $ids AS id
MATCH (n:Topic {id: id})
SET n.worksCount = COUNT { (n)<-[:ABOUT]-() }

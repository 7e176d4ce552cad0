// Recounts the works of topics.
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (t:Topic {id: id})
RETURN id, [[null, t.worksCount]] AS stored, [[null, COUNT { (t)<-[:ABOUT]-() }]] AS counted

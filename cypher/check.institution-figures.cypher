// Recounts the works of institutions.
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (i:Institution {id: id})
RETURN id, [[null, i.worksCount]] AS stored, [[null, COUNT { (i)<-[:PRODUCED_AT]-() }]] AS counted

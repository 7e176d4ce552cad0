// Works to which arXiv has something to add.
// $ids: their ids
// Columns: id, properties
UNWIND $ids AS id
MATCH (w:Work {id: id})
RETURN id, properties(w) AS properties

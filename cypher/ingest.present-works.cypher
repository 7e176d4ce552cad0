// Which works are in the graph.
// $ids: ids to look for
// Columns: id
UNWIND $ids AS id
MATCH (w:Work {id: id})
RETURN w.id AS id

// Recounts the names on the bylines of works.
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (w:Work {id: id})
RETURN id, [[null, w.authorCount]] AS stored, [[null, size(coalesce(w.byline, []))]] AS counted

// Which ids stand for a researcher, or stood for one.
// $ids: the ids
// Columns: id
UNWIND $ids AS id
WITH id
WHERE EXISTS { MATCH (:Researcher {id: id}) } OR EXISTS { MATCH (:FormerId {id: id}) }
RETURN id

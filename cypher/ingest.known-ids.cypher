// Which ids stand for a node.
// $ids: the ids
// Columns: id
UNWIND $ids AS id
WITH id
WHERE EXISTS { MATCH (:Work {id: id}) } OR EXISTS { MATCH (:Researcher {id: id}) }
  OR EXISTS { MATCH (:Topic {id: id}) } OR EXISTS { MATCH (:Institution {id: id}) }
RETURN id

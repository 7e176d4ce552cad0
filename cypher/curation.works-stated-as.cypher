// The works on which a researcher stands for an id that sources go on to state.
// $researcher; $statedAs: the id
// Columns: id
MATCH (:Researcher {id: $researcher})-[e:AUTHORED]->(w:Work)
WHERE e.statedAs = $statedAs
RETURN w.id AS id

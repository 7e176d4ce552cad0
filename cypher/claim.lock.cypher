// Lets deeds about a record wait for one another.
// $researcher: id
// Columns: id
MATCH (r:Researcher {id: $researcher})
SET r.id = r.id
RETURN r.id AS id

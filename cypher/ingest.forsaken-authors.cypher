// Authors known from papers alone who stand on none any more.
// $ids: ids to look at
// Columns: id
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
WHERE NOT EXISTS { (r)-[:AUTHORED]->() } AND r.orcidRecord IS NULL
RETURN id

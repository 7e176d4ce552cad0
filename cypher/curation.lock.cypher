// Lets what people do with records wait until a decision about those is carried out.
// $ids: researchers
// Columns: none
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
SET r.id = r.id

// Who cites works that are about to go.
// $ids: ids of the works
// Columns: citing, cited, sources
UNWIND $ids AS id
MATCH (w:Work {id: id})<-[c:CITES]-(citing:Work)
RETURN citing.id AS citing, id AS cited, c.sources AS sources

// How long each work's lists are.
// $keys work ids
// Columns: key, value
UNWIND $keys AS key
MATCH (w:Work {id: key})
RETURN key, {
  authors: COUNT { (w)<-[:AUTHORED]-() },
  references: COUNT { (w)-[:CITES]->() },
  citedBy: COUNT { (w)<-[:CITES]-() }
} AS value

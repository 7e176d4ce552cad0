// What the graph holds of institutions, to compare with what was read.
// $ids: their ids
// Columns: id, hash, sourceUpdatedAt, sources, stated, notImported, unknown, fields (those that a statement can give)
UNWIND $ids AS id
MATCH (n:Institution {id: id})
RETURN n.id AS id, n.hash AS hash, n.sourceUpdatedAt AS sourceUpdatedAt, n.sources AS sources, n.stated AS stated,
  n.notImported AS notImported, n.unknown AS unknown, n {.name, .ror, .country, .type} AS fields

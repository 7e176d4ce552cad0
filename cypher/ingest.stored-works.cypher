// What the graph holds of works, to compare with what was read.
// $ids: their ids
// Columns: id, hash, sourceUpdatedAt, notImported, unknown, sources, supplement
UNWIND $ids AS id
MATCH (w:Work {id: id})
RETURN w.id AS id, w.hash AS hash, w.sourceUpdatedAt AS sourceUpdatedAt, w.notImported AS notImported,
  w.unknown AS unknown, w.sources AS sources, w.supplement AS supplement

// What the graph holds of works, to compare with what was read.
// $ids: their ids
// Columns: id, hash, sourceUpdatedAt, sources, supplement
UNWIND $ids AS id
MATCH (w:Work {id: id})
RETURN w.id AS id, w.hash AS hash, w.sourceUpdatedAt AS sourceUpdatedAt, w.sources AS sources,
  w.supplement AS supplement

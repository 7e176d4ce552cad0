// What the graph holds of researchers, to compare with what was read.
// $ids: their ids
// Columns: id, hash, sourceUpdatedAt, sources, stated, notImported, unknown, fields (those that a statement can give), otherNames, ownNames, orcidRecord, mergedNames, mergedOrcid
UNWIND $ids AS id
MATCH (n:Researcher {id: id})
RETURN n.id AS id, n.hash AS hash, n.sourceUpdatedAt AS sourceUpdatedAt, n.sources AS sources, n.stated AS stated,
  n.notImported AS notImported, n.unknown AS unknown, n {.name, .orcid} AS fields, n.otherNames AS otherNames,
  n.ownNames AS ownNames, n.orcidRecord AS orcidRecord,
  n.mergedNames AS mergedNames, n.mergedOrcid AS mergedOrcid

// All decisions of moderators, newest first.
// $limit: how many
// Columns: id, kind, by, at, researcherIds, workIds, undone
MATCH (c:Curation)
RETURN c.id AS id, c.kind AS kind, c.by AS by, c.at AS at, c.researcherIds AS researcherIds,
  coalesce(c.workIds, []) AS workIds, c.undone AS undone
ORDER BY id DESC
LIMIT $limit

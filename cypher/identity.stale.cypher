// Researchers whose works changed since it was looked at whether they are one person's, by ascending id.
// $after: id before the page; $limit
// Columns: id, updatedAt
MATCH (r:Researcher)
WHERE r.id > $after AND (r.consistentAt IS NULL OR r.consistentAt <> r.updatedAt)
RETURN r.id AS id, r.updatedAt AS updatedAt
ORDER BY id
LIMIT $limit

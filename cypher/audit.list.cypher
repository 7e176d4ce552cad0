// What was done, newest first.
// $keys: one name; $researchers: only what was done to these, null for all; $after: sort key of the last entry seen, or null;
// $limit
// Columns: key, value
UNWIND $keys AS key
CALL () {
  WITH $researchers AS researchers, $after AS after
  WHERE researchers IS NULL
  MATCH (e:AuditEntry)
  WHERE e.id < coalesce(after[0], '~')
  RETURN e ORDER BY e.id DESC LIMIT $limit
  UNION ALL
  UNWIND $researchers AS researcher
  MATCH (e:AuditEntry)
  WHERE e.researcherId = researcher AND e.id < coalesce($after[0], '~')
  RETURN e ORDER BY e.id DESC LIMIT $limit
}
RETURN key, e {.id, sortKey: [e.id], .at, .action, .accountId, .name, .researcherId, .subject} AS value
ORDER BY e.id DESC

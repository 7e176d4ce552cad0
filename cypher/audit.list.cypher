// What was done, newest first.
// $keys: one name; $researcher: only what was done to it, null for all; $after: sort key of the last entry seen, or null;
// $limit
// Columns: key, value
UNWIND $keys AS key
CALL () {
  WITH $researcher AS researcher, $after AS after
  WHERE researcher IS NULL
  MATCH (e:AuditEntry)
  WHERE e.id < coalesce(after[0], '~')
  RETURN e ORDER BY e.id DESC LIMIT $limit
  UNION ALL
  WITH $researcher AS researcher, $after AS after
  WHERE researcher IS NOT NULL
  MATCH (e:AuditEntry {researcherId: researcher})
  WHERE e.id < coalesce(after[0], '~')
  RETURN e ORDER BY e.id DESC LIMIT $limit
}
RETURN key, e {.id, sortKey: [e.id], .at, .action, .accountId, .name, .researcherId, .subject} AS value
ORDER BY value.id DESC

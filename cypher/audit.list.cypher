// What was done, newest first.
// $keys: one name; $researcher: only what was done to it, under this id or one that it had before, null for all; $after: sort
// key of the last entry seen, or null; $limit
// Columns: key, value
UNWIND $keys AS key
CALL () {
  WITH $researcher AS researcher, $after AS after
  WHERE researcher IS NULL
  MATCH (e:AuditEntry)
  WHERE e.id < coalesce(after[0], '~')
  RETURN e ORDER BY e.id DESC LIMIT $limit
  UNION
  WITH $researcher AS researcher
  WHERE researcher IS NOT NULL
  OPTIONAL CALL (researcher) {
    MATCH (former:FormerId)-[:BECAME]->{1,32}(:FormerId {id: researcher})
    RETURN collect(DISTINCT former.id) AS former
  }
  UNWIND [researcher] + coalesce(former, []) AS id
  CALL (id) {
    MATCH (e:AuditEntry)
    USING INDEX SEEK e:AuditEntry(researcherId, id)
    WHERE e.researcherId = id AND e.id < coalesce($after[0], '~')
    RETURN e ORDER BY e.researcherId DESC, e.id DESC LIMIT $limit
  }
  RETURN e ORDER BY e.id DESC LIMIT $limit
}
RETURN key, e {.id, sortKey: [e.id], .at, .action, .accountId, .name, .researcherId, .subject} AS value
ORDER BY e.id DESC

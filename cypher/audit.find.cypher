// An entry of the audit log.
// $id
// Columns: deed
MATCH (e:AuditEntry {id: $id})
RETURN e {.id, .at, .action, .accountId, .name, .researcherId, .subject} AS deed

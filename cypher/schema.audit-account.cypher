// What somebody did.
// Columns: none
CREATE INDEX auditAccount IF NOT EXISTS FOR (n:AuditEntry) ON (n.accountId, n.id)

// What was done to a record.
// Columns: none
CREATE INDEX auditResearcher IF NOT EXISTS FOR (n:AuditEntry) ON (n.researcherId, n.id)

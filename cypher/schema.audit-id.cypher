// One entry of the audit log an id; ids follow time.
// Columns: none
CREATE CONSTRAINT auditId IF NOT EXISTS FOR (n:AuditEntry) REQUIRE n.id IS UNIQUE

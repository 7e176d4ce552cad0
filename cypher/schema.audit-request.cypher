// One deed a request that names itself: sent again, it finds what it did.
// Columns: none
CREATE CONSTRAINT auditRequest IF NOT EXISTS FOR (n:AuditEntry) REQUIRE n.request IS UNIQUE

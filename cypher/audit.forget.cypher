// Takes the name of somebody out of the audit log; what was done stays, under a key that tells nobody.
// $account: id
// Columns: none
MATCH (e:AuditEntry {accountId: $account})
REMOVE e.name

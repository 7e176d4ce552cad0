// Ends an import's right to write, if it is still its own.
// $token: names the import
// Columns: none
MATCH (lease:Meta {id: 'import-lease'})
WHERE lease.token = $token
REMOVE lease.token, lease.host, lease.pid, lease.since, lease.expiresAt

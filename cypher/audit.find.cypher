// What a deed gave that was noted before.
// $id: of its entry; $request: the key of the request that asked for it, or null
// Columns: result
OPTIONAL MATCH (byId:AuditEntry {id: $id})
OPTIONAL MATCH (byRequest:AuditEntry {request: $request})
WITH coalesce(byId, byRequest) AS e
WHERE e IS NOT NULL
RETURN e.result AS result

// Claims that wait for a moderator, oldest first.
// $keys: one name; $after: sort key of the last claim seen, or null; $limit
// Columns: key, value
UNWIND $keys AS key
MATCH (c:Claim)
USING INDEX SEEK c:Claim(state, id)
WHERE c.state = 'PENDING' AND c.id > coalesce($after[0], '')
WITH key, c ORDER BY c.id LIMIT $limit
RETURN key, {id: c.id, sortKey: [c.id]} AS value
ORDER BY c.id

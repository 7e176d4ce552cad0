// Invitations that accounts sent or received, newest first.
// $keys ids of accounts; $box: RECEIVED or SENT; $status: only of this status, null for all; $after: sort key of the last
// invitation seen, or null; $limit
// Columns: key, value
UNWIND $keys AS key
MATCH (a:Account {id: key})
CALL (a) {
  MATCH (a)-[e:SENT|RECEIVED]->(i:Invitation)
  WHERE type(e) = $box AND ($status IS NULL OR i.status = $status) AND i.id < coalesce($after[0], '~')
  RETURN i ORDER BY i.id DESC LIMIT $limit
}
RETURN key, {id: i.id, sortKey: [i.id]} AS value
ORDER BY i.id DESC

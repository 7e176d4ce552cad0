// The messages of invitations, oldest first, for those who sent or received them.
// $keys ids of invitations; $account: id; $after: sort key of the last message seen, or null; $limit
// Columns: key, value
UNWIND $keys AS key
MATCH (:Account {id: $account})-[:SENT|RECEIVED]->(i:Invitation {id: key})
MATCH (f:Researcher)<-[:FROM]-(i)-[:TO]->(t:Researcher)
CALL (i) {
  MATCH (i)<-[:IN]-(m:Message)
  WHERE m.id > coalesce($after[0], '')
  RETURN m ORDER BY m.id LIMIT $limit
}
RETURN key,
  // include message
  AS value
ORDER BY m.id

// Takes an account away with all that is personal: follows, claims, invitations in both directions with their messages.
// $account: id
// Columns: researchers (ids of records that it claimed or owned)
MATCH (a:Account {id: $account})
WITH a, COLLECT {
  MATCH (a)-[:MADE]->(c:Claim)-[:OF]->(r:Researcher)
  WHERE c.state IN ['PENDING', 'APPROVED']
  RETURN DISTINCT r.id
} AS researchers
CALL (a) {
  MATCH (a)-[:SENT|RECEIVED]->(i:Invitation)
  OPTIONAL MATCH (i)<-[:IN]-(m:Message)
  DETACH DELETE m, i
}
CALL (a) {
  MATCH (a)-[:MADE]->(c:Claim)
  DETACH DELETE c
}
DETACH DELETE a
RETURN researchers

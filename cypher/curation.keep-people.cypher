// Keeps what people had to do with a record that became a part of another, as edges of the decision: what somebody takes
// away, or what goes with their account, is then not brought back by undoing it.
// $curation: the decision; $people: followers, claims, sent, received, as curation.people-of gives them
// Columns: none
MATCH (d:Curation {id: $curation})
CALL (d) {
  UNWIND $people.followers AS follower
  MATCH (a:Account {id: follower[0]})
  CREATE (d)-[:HAD_FOLLOWER {at: follower[1], both: follower[2]}]->(a)
}
CALL (d) {
  UNWIND $people.claims AS claim
  MATCH (c:Claim {id: claim[0]})
  CREATE (d)-[:HAD_CLAIM {pending: claim[1]}]->(c)
}
CALL (d) {
  UNWIND $people.sent AS id
  MATCH (i:Invitation {id: id})
  CREATE (d)-[:HAD_SENT]->(i)
}
CALL (d) {
  UNWIND $people.received AS id
  MATCH (i:Invitation {id: id})
  CREATE (d)-[:HAD_RECEIVED]->(i)
}

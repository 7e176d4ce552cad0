// Ends what people have to do with researchers who are deleted: claims, and invitations with their conversations, which are
// made in the name of a record. Followers and owners go with the record's edges.
// $ids
// Columns: none
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
SET r.id = r.id
WITH r
CALL (r) {
  MATCH (r)<-[:OF]-(c:Claim)
  DETACH DELETE c
}
CALL (r) {
  MATCH (r)<-[:FROM|TO]-(i:Invitation)
  OPTIONAL MATCH (i)<-[:IN]-(m:Message)
  DETACH DELETE m, i
}

// Gives claims and invitations back that went to another researcher with a merge. A claim that the merge rejected is what it
// was before.
// $from, $to: researchers; $people: claims, sent, received, as curation.people-of gives them; $reason: of those rejections
// Columns: none
MATCH (former:Researcher {id: $from})
MATCH (r:Researcher {id: $to})
CALL (former, r) {
  UNWIND $people.claims AS claim
  MATCH (former)<-[e:OF]-(c:Claim {id: claim[0]})
  CREATE (c)-[:OF]->(r)
  DELETE e
  WITH c, claim
  WHERE c.state = 'REJECTED' AND c.reason = $reason AND claim[1] = 'PENDING'
  SET c.state = claim[1], c.reason = claim[2], c.decidedAt = claim[3]
}
CALL (former, r) {
  UNWIND $people.sent AS id
  MATCH (former)<-[e:FROM]-(i:Invitation {id: id})
  CREATE (i)-[:FROM]->(r)
  DELETE e
}
CALL (former, r) {
  UNWIND $people.received AS id
  MATCH (former)<-[e:TO]-(i:Invitation {id: id})
  CREATE (i)-[:TO]->(r)
  DELETE e
}

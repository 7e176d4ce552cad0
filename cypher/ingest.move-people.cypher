// Hands what people have to do with a researcher to the one who stands for it: followers, claims, invitations, and the owner
// with what the owner said, where that one has no owner. Of two owners the one of the record that is kept stays; a claim that
// this leaves without a record is rejected.
// $rows: from, to (researchers); $reason: of a rejection; $now
// Columns: none
UNWIND $rows AS row
MATCH (former:Researcher {id: row.from})
MATCH (kept:Researcher {id: row.to})
SET former.id = former.id, kept.id = kept.id
WITH former, kept, EXISTS { (kept)<-[:OWNS]-() } AS hasOwner, EXISTS { (former)<-[:OWNS]-() } AS hadOwner
CALL (former, kept) {
  MATCH (former)<-[f:FOLLOWS]-(a)
  MERGE (a)-[n:FOLLOWS]->(kept)
  ON CREATE SET n.at = f.at
}
CALL (former, kept, hasOwner, hadOwner) {
  UNWIND CASE WHEN hasOwner THEN [former] WHEN hadOwner THEN [kept] ELSE [] END AS loser
  MATCH (loser)<-[:OF]-(c:Claim)
  WHERE c.state IN ['PENDING', 'APPROVED']
  SET c.state = 'REJECTED', c.reason = $reason, c.decidedAt = $now
}
CALL (former, hasOwner) {
  WITH former, hasOwner
  WHERE hasOwner
  MATCH (former)<-[:FROM|TO]-(i:Invitation {status: 'PENDING'})
  SET i.status = 'WITHDRAWN', i.decidedAt = $now
  REMOVE i.pendingPair
}
CALL (former, kept) {
  MATCH (former)<-[e:OF]-(c:Claim)
  CREATE (c)-[:OF]->(kept)
  DELETE e
}
CALL (former, kept, hasOwner) {
  WITH former, kept
  WHERE NOT hasOwner AND former.claim IS NOT NULL
  SET kept.claim = former.claim, kept.verified = former.verified, kept.headline = former.headline,
    kept.openToCollaborate = former.openToCollaborate
  WITH former, kept
  MATCH (former)<-[o:OWNS]-(a)
  WITH kept, a, o, o.createdAt AS createdAt
  DELETE o
  CREATE (a)-[:OWNS {account: a.id, researcher: kept.id, createdAt: createdAt}]->(kept)
}
CALL (former, kept) {
  MATCH (former)<-[e:FROM]-(i:Invitation)
  CREATE (i)-[:FROM]->(kept)
  DELETE e
}
CALL (former, kept) {
  MATCH (former)<-[e:TO]-(i:Invitation)
  CREATE (i)-[:TO]->(kept)
  DELETE e
}

// Lets a record say what has become of the claims on it. With its owner goes what the owner said, and so do invitations in
// the name of the record that nobody has answered.
// $researcher: id; $now
// Columns: changed (whether it says something else than before)
MATCH (r:Researcher {id: $researcher})
WITH r, coalesce(r.claim, '') AS before,
  EXISTS { (r)<-[:OF]-(:Claim {state: 'APPROVED'}) } AS claimed,
  EXISTS { (r)<-[:OF]-(:Claim {state: 'PENDING'}) } AS pending
CALL (r, claimed) {
  WITH r, claimed
  WHERE NOT claimed
  MATCH (r)<-[o:OWNS]-()
  DELETE o
}
CALL (r, claimed) {
  WITH r, claimed
  WHERE NOT claimed
  MATCH (r)<-[:FROM|TO]-(i:Invitation {status: 'PENDING'})
  SET i.status = 'WITHDRAWN', i.decidedAt = $now
  REMOVE i.pendingPair
}
SET r.claim = CASE WHEN claimed THEN 'CLAIMED' WHEN pending THEN 'PENDING' END,
  r.verified = CASE WHEN claimed THEN true END,
  r.headline = CASE WHEN claimed THEN r.headline END,
  r.openToCollaborate = CASE WHEN claimed THEN r.openToCollaborate END
RETURN coalesce(r.claim, '') <> before AS changed

// Lets a record say what has become of the claims on it. What an owner said goes with the owner.
// $researcher: id
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
SET r.claim = CASE WHEN claimed THEN 'CLAIMED' WHEN pending THEN 'PENDING' END,
  r.verified = CASE WHEN claimed THEN true END,
  r.headline = CASE WHEN claimed THEN r.headline END,
  r.openToCollaborate = CASE WHEN claimed THEN r.openToCollaborate END
RETURN coalesce(r.claim, '') <> before AS changed

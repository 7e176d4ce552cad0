// What people have to do with a researcher that is to become a part of another.
// $id, $keepId: the two
// Lists: followers of [account, moment, whether it follows the other, too]; claims of [id, whether it is pending]; sent and
// received of ids of invitations
// Columns: followers, claims, sent, received
MATCH (r:Researcher {id: $id})
MATCH (kept:Researcher {id: $keepId})
RETURN COLLECT {
    MATCH (r)<-[f:FOLLOWS]-(a:Account)
    RETURN [a.id, f.at, EXISTS { (kept)<-[:FOLLOWS]-(a) }]
  } AS followers,
  COLLECT { MATCH (r)<-[:OF]-(c:Claim) RETURN [c.id, c.state = 'PENDING'] } AS claims,
  COLLECT { MATCH (r)<-[:FROM]-(i:Invitation) RETURN i.id } AS sent,
  COLLECT { MATCH (r)<-[:TO]-(i:Invitation) RETURN i.id } AS received

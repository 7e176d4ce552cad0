// What people have to do with a researcher: claims as they stand, and invitations.
// $id: the researcher
// Columns: claims (of [id, state, reason, moment]), sent, received (ids of invitations)
MATCH (r:Researcher {id: $id})
RETURN COLLECT { MATCH (r)<-[:OF]-(c:Claim) RETURN [c.id, c.state, c.reason, c.decidedAt] ORDER BY c.id } AS claims,
  COLLECT { MATCH (r)<-[:FROM]-(i:Invitation) RETURN i.id ORDER BY i.id } AS sent,
  COLLECT { MATCH (r)<-[:TO]-(i:Invitation) RETURN i.id ORDER BY i.id } AS received

// Answers or withdraws an invitation.
// $id; $status; $now
// Columns: none
MATCH (i:Invitation {id: $id})
SET i.status = $status, i.decidedAt = $now
REMOVE i.pendingPair

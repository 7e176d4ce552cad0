// Decides a claim.
// $id; $state; $reason: text or null; $now
// Columns: none
MATCH (c:Claim {id: $id})
SET c.state = $state, c.reason = $reason, c.decidedAt = $now

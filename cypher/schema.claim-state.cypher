// Claims by state, oldest first: the queue of moderators.
// Columns: none
CREATE INDEX claimState IF NOT EXISTS FOR (n:Claim) ON (n.state, n.id)

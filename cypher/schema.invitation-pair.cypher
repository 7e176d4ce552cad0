// One pending invitation between two people, whoever sent it: `pendingPair` names both while it is pending.
// Columns: none
CREATE CONSTRAINT invitationPair IF NOT EXISTS FOR (n:Invitation) REQUIRE n.pendingPair IS UNIQUE

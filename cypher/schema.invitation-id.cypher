// One invitation an id.
// Columns: none
CREATE CONSTRAINT invitationId IF NOT EXISTS FOR (n:Invitation) REQUIRE n.id IS UNIQUE

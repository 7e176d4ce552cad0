// A node's key is unique within its label.
// Columns: none
CREATE CONSTRAINT institutionId IF NOT EXISTS FOR (n:Institution) REQUIRE n.id IS UNIQUE

// A node's key is unique within its label.
// Columns: none
CREATE CONSTRAINT researcherId IF NOT EXISTS FOR (n:Researcher) REQUIRE n.id IS UNIQUE

// A node's key is unique within its label.
// Columns: none
CREATE CONSTRAINT workId IF NOT EXISTS FOR (n:Work) REQUIRE n.id IS UNIQUE

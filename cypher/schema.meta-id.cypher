// A node's key is unique within its label.
// Columns: none
CREATE CONSTRAINT metaId IF NOT EXISTS FOR (n:Meta) REQUIRE n.id IS UNIQUE

// A source has one node.
// Columns: none
CREATE CONSTRAINT sourceName IF NOT EXISTS FOR (n:Source) REQUIRE n.name IS UNIQUE

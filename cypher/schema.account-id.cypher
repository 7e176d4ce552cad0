// One account an id.
// Columns: none
CREATE CONSTRAINT accountId IF NOT EXISTS FOR (n:Account) REQUIRE n.id IS UNIQUE

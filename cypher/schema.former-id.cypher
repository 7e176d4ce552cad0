// Of each id there is one account of what became of it.
// Columns: none
CREATE CONSTRAINT formerId IF NOT EXISTS FOR (n:FormerId) REQUIRE n.id IS UNIQUE

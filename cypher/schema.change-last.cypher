// No two parts of the change log hold the same number; its index is what the log is read by.
// Columns: none
CREATE CONSTRAINT changeLast IF NOT EXISTS FOR (n:Change) REQUIRE n.last IS UNIQUE

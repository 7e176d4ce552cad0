// A file of a snapshot has one node.
// Columns: none
CREATE CONSTRAINT importedFileKey IF NOT EXISTS FOR (n:ImportedFile) REQUIRE n.key IS UNIQUE

// One decision of a moderator an id.
// Columns: none
CREATE CONSTRAINT curationId IF NOT EXISTS FOR (n:Curation) REQUIRE n.id IS UNIQUE

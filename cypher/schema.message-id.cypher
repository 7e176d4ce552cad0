// One message an id.
// Columns: none
CREATE CONSTRAINT messageId IF NOT EXISTS FOR (n:Message) REQUIRE n.id IS UNIQUE

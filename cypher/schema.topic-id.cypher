// A node's key is unique within its label.
// Columns: none
CREATE CONSTRAINT topicId IF NOT EXISTS FOR (n:Topic) REQUIRE n.id IS UNIQUE

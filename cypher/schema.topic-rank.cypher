// Lists all topics in rank order.
// Columns: none
CREATE INDEX topicRank IF NOT EXISTS FOR (n:Topic) ON (n.worksCount)

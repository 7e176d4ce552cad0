// Lists the works of a topic in rank order without walking all of them.
// Columns: none
CREATE INDEX aboutRank IF NOT EXISTS FOR ()-[e:ABOUT]-() ON (e.topicId, e.citationCount, e.year)

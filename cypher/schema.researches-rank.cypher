// Lists the researchers of a topic in rank order without walking all of them.
// Columns: none
CREATE INDEX researchesRank IF NOT EXISTS FOR ()-[e:RESEARCHES]-() ON (e.topicId, e.works)

// Lists the institutions of a topic in rank order without walking all of them.
// Columns: none
CREATE INDEX activeInRank IF NOT EXISTS FOR ()-[e:ACTIVE_IN]-() ON (e.topicId, e.works)

// Lists the topics of an institution in rank order without walking all of them.
// Columns: none
CREATE INDEX activeInTopics IF NOT EXISTS FOR ()-[e:ACTIVE_IN]-() ON (e.institutionId, e.works)

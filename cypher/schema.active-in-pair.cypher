// Finds what some institutions do in some topics without walking all that either is active in.
// Columns: none
CREATE INDEX activeInPair IF NOT EXISTS FOR ()-[e:ACTIVE_IN]-() ON (e.institutionId, e.topicId)

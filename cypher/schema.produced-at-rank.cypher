// Lists the works of an institution in rank order without walking all of them.
// Columns: none
CREATE INDEX producedAtRank IF NOT EXISTS FOR ()-[e:PRODUCED_AT]-() ON (e.institutionId, e.citationCount, e.year)

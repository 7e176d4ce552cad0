// Lists the researchers of an institution in rank order without walking all of them.
// Columns: none
CREATE INDEX affiliatedRank IF NOT EXISTS FOR ()-[e:AFFILIATED]-() ON (e.institutionId, e.works)

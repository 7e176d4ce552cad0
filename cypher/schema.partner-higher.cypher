// Lists the partners of an institution in rank order, those whose id is below its own.
// Columns: none
CREATE INDEX partnerHigher IF NOT EXISTS FOR ()-[e:PARTNER]-() ON (e.higherId, e.works)

// Lists the partners of an institution in rank order, those whose id is above its own.
// Columns: none
CREATE INDEX partnerLower IF NOT EXISTS FOR ()-[e:PARTNER]-() ON (e.lowerId, e.works)

// Finds who among some institutions are partners without walking all partners of a hub.
// Columns: none
CREATE INDEX partnerPair IF NOT EXISTS FOR ()-[e:PARTNER]-() ON (e.lowerId, e.higherId)

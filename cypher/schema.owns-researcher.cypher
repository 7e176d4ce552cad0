// One owner a record.
// Columns: none
CREATE CONSTRAINT ownsResearcher IF NOT EXISTS FOR ()-[e:OWNS]-() REQUIRE e.researcher IS UNIQUE

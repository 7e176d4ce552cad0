// One record an owner.
// Columns: none
CREATE CONSTRAINT ownsAccount IF NOT EXISTS FOR ()-[e:OWNS]-() REQUIRE e.account IS UNIQUE

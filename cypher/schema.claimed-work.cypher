// One node for every work that ORCID records claim.
// Columns: none
CREATE CONSTRAINT claimedWork IF NOT EXISTS FOR (n:ClaimedWork) REQUIRE n.key IS UNIQUE

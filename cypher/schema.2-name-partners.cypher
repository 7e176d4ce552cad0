// Gives the partnerships of version 2 the ids of both ends, which indexes find them by.
// Columns: none
MATCH (lower:Institution)-[e:PARTNER]->(higher:Institution) WHERE e.lowerId IS NULL
CALL (e, lower, higher) {
  SET e.lowerId = lower.id, e.higherId = higher.id
} IN TRANSACTIONS OF 10000 ROWS

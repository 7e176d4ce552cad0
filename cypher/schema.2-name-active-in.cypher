// Gives the fields of activity of version 2 the id of their institution, which indexes find them by.
// Columns: none
MATCH (i:Institution)-[e:ACTIVE_IN]->() WHERE e.institutionId IS NULL
CALL (e, i) {
  SET e.institutionId = i.id
} IN TRANSACTIONS OF 10000 ROWS

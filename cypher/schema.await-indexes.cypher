// Waits until every index is online.
// $seconds: how long at most
// Columns: none
CALL db.awaitIndexes($seconds)

// How many claims wait for a moderator.
// $keys: one name
// Columns: key, value
UNWIND $keys AS key
RETURN key, COUNT { (:Claim {state: 'PENDING'}) } AS value

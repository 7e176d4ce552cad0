// How many claims wait for a moderator.
// $keys: one name
// Columns: key, value
UNWIND $keys AS key
CALL () {
  MATCH (c:Claim)
  USING INDEX SEEK c:Claim(state, id)
  WHERE c.state = 'PENDING' AND c.id >= ''
  RETURN count(c) AS pending
}
RETURN key, pending AS value

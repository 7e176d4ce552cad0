// The institutions of ROR keys: of several one that another source than ROR knows, then the first by id.
// $rors: the keys
// Columns: ror, id
UNWIND $rors AS ror
CALL (ror) {
  MATCH (i:Institution {ror: ror})
  RETURN i ORDER BY i.id STARTS WITH 'ror:', i.id LIMIT 1
}
RETURN ror, i.id AS id

// Works by id, and how long their lists are.
// $keys ids
// Columns: key, value (see parts/work.record)
UNWIND $keys AS key
MATCH (w:Work {id: key})
RETURN key,
  // include work.record
  AS value

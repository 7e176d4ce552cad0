// Notes what somebody did; the same entry again changes nothing.
// $entry: id, at, action, accountId, name (of who did it), researcherId (the record), subject (id of the claim, invitation or
//   curation)
// Columns: none
MERGE (e:AuditEntry {id: $entry.id})
SET e = $entry

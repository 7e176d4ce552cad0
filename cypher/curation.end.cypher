// Notes that a moderator's decision was undone.
// $id: the decision; $by: who undid it; $now: the moment
// Columns: none
MATCH (c:Curation {id: $id})
SET c.undone = true, c.undoneBy = $by, c.undoneAt = $now

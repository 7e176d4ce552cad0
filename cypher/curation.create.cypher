// Keeps a moderator's decision, with what it takes to undo it, beside the ids that it concerns.
// $id, $kind, $by, $now, $researcherIds, $workIds, $before (JSON)
// Columns: none
CREATE (c:Curation {
  id: $id, kind: $kind, by: $by, at: $now, researcherIds: $researcherIds, workIds: $workIds, undone: false, before: $before
})
WITH c
UNWIND $researcherIds AS id
MERGE (f:FormerId {id: id})
CREATE (c)-[:CONCERNS]->(f)

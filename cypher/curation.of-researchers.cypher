// The decisions that made records of researchers what they are, newest first.
// $keys ids
// Columns: key, value
UNWIND $keys AS key
MATCH (:FormerId {id: key})<-[:CONCERNS]-(c:Curation)
WITH key, c ORDER BY c.id DESC
RETURN key, c {.id, .kind, .by, .at, .researcherIds, .undone, workIds: coalesce(c.workIds, [])} AS value

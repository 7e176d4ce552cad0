// A moderator's decision, and what later ones depend on it: those not undone that concern one of its records.
// $id: the decision
// Lists: dependents of [id, kind, at]
// Columns: curation, dependents
MATCH (c:Curation {id: $id})
RETURN c {.id, .kind, .by, .at, .researcherIds, .workIds, .undone, .before} AS curation,
  COLLECT {
    MATCH (c)-[:CONCERNS]->(:FormerId)<-[:CONCERNS]-(later:Curation)
    WHERE later.id > c.id AND NOT later.undone
    WITH DISTINCT later ORDER BY later.id
    RETURN [later.id, later.kind, later.at]
  } AS dependents

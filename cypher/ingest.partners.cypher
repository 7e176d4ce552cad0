// Changes on how many works partnerships of institutions rest; an edge that no work supports goes.
// $rows: from (the lower id), to, works (how many more, or less)
// Columns: none
UNWIND $rows AS row
MATCH (one:Institution {id: row.from})
MATCH (other:Institution {id: row.to})
MERGE (one)-[e:PARTNER]->(other)
  ON CREATE SET e.works = row.works, e.lowerId = row.from, e.higherId = row.to
  ON MATCH SET e.works = e.works + row.works
WITH e
WHERE e.works = 0
DELETE e

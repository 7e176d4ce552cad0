// Changes on how many works the fields of activity of institutions rest; an edge that no work supports goes.
// $rows: from, to, works (how many more, or less)
// Columns: none
UNWIND $rows AS row
MATCH (one:Institution {id: row.from})
MATCH (other:Topic {id: row.to})
MERGE (one)-[e:ACTIVE_IN]->(other)
  ON CREATE SET e.works = row.works, e.institutionId = row.from, e.topicId = row.to
  ON MATCH SET e.works = e.works + row.works
WITH e
WHERE e.works = 0
DELETE e

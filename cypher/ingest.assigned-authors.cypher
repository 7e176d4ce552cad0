// Who stands on works for ids that were split: the edges that are there decide before anything else does.
// $rows: work, id (as the source states it), parts (all that it stands for now)
// Columns: work, id, researcher (of several last the one that stands there for this very id)
UNWIND $rows AS row
MATCH (r:Researcher)-[e:AUTHORED]->(:Work {id: row.work})
WHERE r.id IN row.parts
RETURN row.work AS work, row.id AS id, r.id AS researcher
ORDER BY coalesce(e.statedAs = row.id, false)

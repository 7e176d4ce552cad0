// Stores whether records are one person's; absent where there is too little to tell. Not where a record changed meanwhile.
// $rows: id, consistent (or null), updatedAt (of the record that was looked at)
// Columns: changed (how many verdicts differ from those before)
UNWIND $rows AS row
MATCH (r:Researcher {id: row.id})
WHERE r.updatedAt = row.updatedAt
WITH row, r, coalesce(r.consistent <> row.consistent, (r.consistent IS NULL) <> (row.consistent IS NULL)) AS differs
SET r.consistent = row.consistent, r.consistentAt = row.updatedAt
RETURN sum(CASE WHEN differs THEN 1 ELSE 0 END) AS changed

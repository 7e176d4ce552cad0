// Forgets the oldest changes, a little at a time: each transaction that logs does it where more than enough are held.
// Changes of one node of the log go together.
// $kept: how many changes are kept at least
// Columns: none
MATCH (meta:Meta {id: 'graph'})
MATCH (c:Change)
WHERE c.last <= meta.lastChange - $kept
WITH meta, c ORDER BY c.last LIMIT 100
WITH meta, collect(c) AS old, max(c.last) AS last
SET meta.oldestChange = last + 1
WITH old
UNWIND old AS c
DELETE c

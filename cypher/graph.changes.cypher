// Changes after a place in the log, oldest first, and where the log begins and ends.
// $after: number of the last change seen, null for the beginning of what is kept; $limit
// Lists: entries of [number, kind, node type, node id, moment]
// Columns: log, oldest, last, entries
MATCH (meta:Meta {id: 'graph'})
WITH meta, coalesce($after, meta.oldestChange - 1) AS after
RETURN meta.changeLog AS log, meta.oldestChange AS oldest, meta.lastChange AS last,
  COLLECT {
    MATCH (c:Change)
    USING INDEX SEEK c:Change(last)
    WHERE c.last > after
    WITH c, c.last - size(c.ids) AS before, after ORDER BY c.last
    UNWIND range(CASE WHEN after > before THEN after - before ELSE 0 END, size(c.ids) - 1) AS place
    WITH c, before + place + 1 AS number, place ORDER BY c.last, place LIMIT $limit
    RETURN [number, c.kind, c.nodeType, c.ids[place], c.at]
  } AS entries

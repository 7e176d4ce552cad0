// Logs what a transaction changed, gives the changed nodes that are there their `updatedAt`, new
// works their `arrivedAt`, and raises the graph's
// version. The last statement of a transaction but for graph.trim-changes: the lock on the version, held until the
// commit, makes numbers follow the order of commits, and others wait for it.
// $rows: kind, nodeType, ids, offset (how many changes the rows before hold); $count: changes in all; $now: the moment
// Columns: held (how many changes the log holds now)
CALL () {
  UNWIND $rows AS row
  WITH row WHERE row.nodeType = 'RESEARCHER'
  UNWIND row.ids AS id
  MATCH (n:Researcher {id: id})
  SET n.updatedAt = $now
}
CALL () {
  UNWIND $rows AS row
  WITH row WHERE row.nodeType = 'WORK'
  UNWIND row.ids AS id
  MATCH (n:Work {id: id})
  SET n.updatedAt = $now, n.arrivedAt = CASE row.kind WHEN 'CREATED' THEN coalesce(n.arrivedAt, $now) ELSE n.arrivedAt END
}
CALL () {
  UNWIND $rows AS row
  WITH row WHERE row.nodeType = 'TOPIC'
  UNWIND row.ids AS id
  MATCH (n:Topic {id: id})
  SET n.updatedAt = $now
}
CALL () {
  UNWIND $rows AS row
  WITH row WHERE row.nodeType = 'INSTITUTION'
  UNWIND row.ids AS id
  MATCH (n:Institution {id: id})
  SET n.updatedAt = $now
}
MATCH (meta:Meta {id: 'graph'})
SET meta.version = meta.version + 1, meta.lastChange = meta.lastChange + $count
WITH meta, meta.lastChange - $count AS before
CALL (before) {
  UNWIND $rows AS row
  CREATE (:Change {
    last: before + row.offset + size(row.ids), kind: row.kind, nodeType: row.nodeType, ids: row.ids, at: $now
  })
}
RETURN meta.lastChange - meta.oldestChange + 1 AS held

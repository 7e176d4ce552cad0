// How far the graph has come, for operators: its version, what it holds of each source, and since when an import writes.
// Columns: version, sources, importingSince (RFC 3339; null where no import is heard of)
OPTIONAL MATCH (m:Meta {id: 'graph'})
OPTIONAL MATCH (lease:Meta {id: 'import-lease'})
  WHERE lease.expiresAt > datetime.realtime().epochMillis
RETURN m.version AS version,
  COLLECT { MATCH (s:Source) RETURN s {.name, .records} ORDER BY s.name } AS sources,
  lease.since AS importingSince

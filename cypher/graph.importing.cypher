// Whether an import writes: it keeps its lease alive as long as it does.
// Columns: importing
OPTIONAL MATCH (lease:Meta {id: 'import-lease'})
  WHERE lease.expiresAt > datetime.realtime().epochMillis
RETURN lease IS NOT NULL AS importing

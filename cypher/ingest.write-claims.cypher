// Keeps which works researchers claim by their ORCID records, so that they are found when such a work arrives or changes.
// $rows: id (researcher), keys (of all works claimed: DOIs, or `arxiv:` and an id)
// Columns: none
UNWIND $rows AS row
MATCH (r:Researcher {id: row.id})
CALL (r, row) {
  MATCH (r)-[c:CLAIMS]->(w:ClaimedWork)
  WHERE NOT w.key IN row.keys
  DELETE c
}
CALL (r, row) {
  UNWIND row.keys AS key
  MERGE (w:ClaimedWork {key: key})
  MERGE (r)-[:CLAIMS]->(w)
}

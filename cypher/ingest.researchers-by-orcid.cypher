// Whose records hold an ORCID iD: one of them, where several do the one with the most works.
// $orcids: the iDs
// Columns: orcid, id
UNWIND $orcids AS orcid
CALL (orcid) {
  MATCH (r:Researcher {orcid: orcid})
  RETURN r ORDER BY r.id STARTS WITH 'orcid:', r.worksCount DESC, r.id LIMIT 1
}
RETURN orcid, r.id AS id

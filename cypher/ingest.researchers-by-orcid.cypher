// Whose records hold an ORCID iD: one of them, first who has it by their own record, then the one with the most works.
// $orcids: the iDs
// Columns: orcid, id, isOwn (whether the record itself gives the iD)
UNWIND $orcids AS orcid
CALL (orcid) {
  MATCH (r:Researcher {orcid: orcid})
  RETURN r, r.orcidAdded IS NULL AS isOwn ORDER BY isOwn DESC, r.id STARTS WITH 'orcid:', r.worksCount DESC, r.id LIMIT 1
}
RETURN orcid, r.id AS id, isOwn

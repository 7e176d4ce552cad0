// Where researchers worked: by what their works say, by the edges that are there, and by what is kept of records.
// $ids: ids of the researchers
// Lists: named of [institution, works, first year, last year], stored of [institution, works, fromYear, toYear, current,
//   stated, sources]
// Columns: id, named, stored, orcidRecord, recordedAffiliations, mergedAffiliations
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
RETURN r.id AS id,
  COLLECT {
    MATCH (r)-[e:AUTHORED]->(w)
    UNWIND e.institutionIds AS institution
    WITH institution, count(DISTINCT w) AS works, min(w.year) AS firstYear, max(w.year) AS lastYear
    RETURN [institution, works, firstYear, lastYear]
  } AS named,
  COLLECT {
    MATCH (r)-[a:AFFILIATED]->()
    RETURN [a.institutionId, a.works, a.fromYear, a.toYear, a.current, a.stated, a.sources]
  } AS stored,
  r.orcidRecord AS orcidRecord, r.recordedAffiliations AS recordedAffiliations,
  r.mergedAffiliations AS mergedAffiliations

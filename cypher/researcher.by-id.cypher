// Researchers by id.
// $keys ids
// Columns: key, __typename, id, updatedAt, name, orcid, unknown, sources, otherNames, claimStatus, openToCollaborate, ownHeadline, stats
UNWIND $keys AS key
MATCH (r:Researcher {id: key})
RETURN key, 'Researcher' AS __typename, r.id AS id, r.updatedAt AS updatedAt, r.name AS name, r.orcid AS orcid,
  r.unknown AS unknown, r.sources AS sources,
  coalesce(r.otherNames, []) AS otherNames,
  coalesce(r.claim, 'UNCLAIMED') AS claimStatus, coalesce(r.openToCollaborate, true) AS openToCollaborate,
  CASE r.claim WHEN 'CLAIMED' THEN r.headline END AS ownHeadline,
  {
    works: r.worksCount, citations: r.citationCount, hIndex: r.hIndex,
    followers: COUNT { (r)<-[:FOLLOWS]-() },
    topics: r.topicsCount, collaborators: r.collaboratorsCount, closeCollaborators: r.closeCollaboratorsCount,
    firstYear: r.firstYear, lastYear: r.lastYear
  } AS stats

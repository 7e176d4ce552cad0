// Researchers by id.
// $keys ids
// Columns: key, value
UNWIND $keys AS key
MATCH (r:Researcher {id: key})
RETURN key, r {
  __typename: 'Researcher', .id, .updatedAt, .name, .orcid, .unknown, .sources,
  otherNames: coalesce(r.otherNames, []),
  claimStatus: coalesce(r.claim, 'UNCLAIMED'), openToCollaborate: coalesce(r.openToCollaborate, true),
  ownHeadline: CASE r.claim WHEN 'CLAIMED' THEN r.headline END,
  stats: {
    works: r.worksCount, citations: r.citationCount, hIndex: r.hIndex,
    followers: COUNT { (r)<-[:FOLLOWS]-() },
    topics: r.topicsCount, collaborators: r.collaboratorsCount, closeCollaborators: r.closeCollaboratorsCount,
    firstYear: r.firstYear, lastYear: r.lastYear
  }
} AS value

// What bears on the trust in each researcher's record; src/trust/ weighs it.
// A work counts as stated where another source than ORCID, into which people write themselves, has the person on its byline.
// Of followers and coauthors those count who own a verified record, each once, without the researcher's own.
// DISTINCT and `coalesce` change nothing but the plan: each key starts from its own followers and coauthors, never from
// everybody who has claimed.
// $keys researcher ids
// Columns: key, value
UNWIND $keys AS key
MATCH (r:Researcher {id: key})
WITH key, r, coalesce(r.claim = 'CLAIMED', false) AS claimed
WITH key, r, claimed, claimed AND coalesce(r.verified, false) AS verified
CALL (r) {
  MATCH (r)-[e:AUTHORED]->(w:Work)
  WHERE e.sources <> 'orcid'
  RETURN count(w) AS stated, count(coalesce(w.doi, w.arxivId)) AS identified
}
CALL (r) {
  MATCH (r)<-[:FOLLOWS]-(a:Account)
  WITH DISTINCT r, a
  MATCH (a)-[:OWNS]->(o:Researcher)
  WHERE coalesce(o.claim, '') = 'CLAIMED' AND o.verified AND o <> r
  RETURN count(DISTINCT o) AS followers
}
CALL (r) {
  MATCH (r)-[:COAUTHOR]-(o:Researcher)
  WHERE coalesce(o.claim, '') = 'CLAIMED' AND o.verified
  WITH DISTINCT r, o
  WHERE EXISTS { MATCH (r)-[e:AUTHORED]->(:Work)<-[:AUTHORED]-(o) WHERE e.sources <> 'orcid' }
  RETURN count(o) AS collaborators
}
RETURN key, {
  id: r.id,
  hasRecord: r.hash IS NOT NULL OR r.orcidRecord IS NOT NULL,
  orcid: r.orcid,
  claimPending: coalesce(r.claim = 'PENDING', false),
  claimed: claimed,
  verified: verified,
  orcidRecord: CASE WHEN verified THEN r.orcidRecord END,
  parts: {
    topics: r.topicsCount > 0,
    years: r.firstYear IS NOT NULL,
    affiliation: EXISTS { (r)-[:AFFILIATED]->(:Institution) },
    otherNames: coalesce(size(r.otherNames), 0) > 0,
    headline: claimed AND r.headline IS NOT NULL
  },
  statedWorks: stated,
  identifiedWorks: identified,
  selfClaimedWorks: r.worksCount - stated,
  consistent: r.consistent,
  verifiedFollowers: followers,
  verifiedCollaborators: collaborators
} AS value

// Whether a work w passes a filter: the one definition that lists, counts and facets share. To be put after a WHERE.
// A rule that is null is not given. $allAuthorIds ids of authors it must have all of; $checkOwner whether it must still be seen
// that w is in the list of the node `key`, which for $of REFERENCES or CITED_BY is a work as well
($yearFrom IS NULL OR w.year >= $yearFrom)
AND ($yearTo IS NULL OR w.year <= $yearTo)
AND ($types IS NULL OR w.type IN $types)
AND ($sources IS NULL OR w.source IN $sources)
AND ($minCitations IS NULL OR w.citationCount >= $minCitations)
AND ($openAccess IS NULL OR (w.openAccessUrl IS NOT NULL) = $openAccess)
AND ($retracted IS NULL OR w.retracted = $retracted)
AND ($topicIds IS NULL OR EXISTS { (w)-[:ABOUT]->(topic) WHERE topic.id IN $topicIds })
AND ($institutionIds IS NULL OR EXISTS { (w)-[:PRODUCED_AT]->(institution) WHERE institution.id IN $institutionIds })
AND ($authorIds IS NULL OR EXISTS { (w)<-[:AUTHORED]-(author) WHERE author.id IN $authorIds })
AND ($allAuthorIds IS NULL OR (size($allAuthorIds) > 0
  AND all(id IN $allAuthorIds WHERE EXISTS { (w)<-[:AUTHORED]-(author) WHERE author.id = id })))
AND (NOT $checkOwner OR EXISTS {
  (w)-[e:AUTHORED|ABOUT|PRODUCED_AT|CITES]-(owner)
  WHERE owner.id = key AND ($of <> 'REFERENCES' OR endNode(e) = w) AND ($of <> 'CITED_BY' OR startNode(e) = w)
})

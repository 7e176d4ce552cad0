// Whether a work w passes a filter: the one definition that lists, counts and facets share. To be put after a WHERE.
// A rule that is null is not given. $of: the kind of thing that the list belongs to by way of `key`, ALL where none is left
// to check. $allAuthorIds ids of authors it must have all of
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
AND ($allAuthorIds IS NULL
  OR COUNT { (w)<-[:AUTHORED]-(author) WHERE author.id IN $allAuthorIds } = size($allAuthorIds))
AND ($of <> 'RESEARCHER' OR EXISTS { (w)<-[:AUTHORED]-(owner) WHERE owner.id = key })
AND ($of <> 'TOPIC' OR EXISTS { (w)-[:ABOUT]->(owner) WHERE owner.id = key })
AND ($of <> 'INSTITUTION' OR EXISTS { (w)-[:PRODUCED_AT]->(owner) WHERE owner.id = key })
AND ($of <> 'REFERENCES' OR EXISTS { (w)<-[:CITES]-(owner) WHERE owner.id = key })
AND ($of <> 'CITED_BY' OR EXISTS { (w)-[:CITES]->(owner) WHERE owner.id = key })

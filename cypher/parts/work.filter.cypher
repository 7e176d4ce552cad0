// Whether a work w is one of $set: the one definition that lists, counts and facets share. To be put after a WHERE.
// $set is one map, since a statement is planned anew for each combination of types of its parameters. A rule in it that is
// null is not given. allAuthorIds: authors it must have all of; checkOwner: whether it must still be seen that w is in the
// list of the node `key`, which for `of` REFERENCES or CITED_BY is a work as well
($set.ids IS NULL OR w.id IN $set.ids)
AND ($set.yearFrom IS NULL OR w.year >= $set.yearFrom)
AND ($set.yearTo IS NULL OR w.year <= $set.yearTo)
AND ($set.types IS NULL OR w.type IN $set.types)
AND ($set.sources IS NULL OR w.source IN $set.sources)
AND ($set.minCitations IS NULL OR w.citationCount >= $set.minCitations)
AND ($set.openAccess IS NULL OR (w.openAccessUrl IS NOT NULL) = $set.openAccess)
AND ($set.retracted IS NULL OR w.retracted = $set.retracted)
AND ($set.topicIds IS NULL OR EXISTS { (w)-[:ABOUT]->(topic) WHERE topic.id IN $set.topicIds })
AND ($set.institutionIds IS NULL OR EXISTS { (w)-[:PRODUCED_AT]->(institution) WHERE institution.id IN $set.institutionIds })
AND ($set.authorIds IS NULL OR EXISTS { (w)<-[:AUTHORED]-(author) WHERE author.id IN $set.authorIds })
AND ($set.allAuthorIds IS NULL OR (size($set.allAuthorIds) > 0
  AND all(id IN $set.allAuthorIds WHERE EXISTS { (w)<-[:AUTHORED]-(author) WHERE author.id = id })))
AND (NOT $set.checkOwner OR EXISTS {
  (w)-[e:AUTHORED|ABOUT|PRODUCED_AT|CITES]-(owner)
  WHERE owner.id = key AND ($set.of <> 'REFERENCES' OR endNode(e) = w) AND ($set.of <> 'CITED_BY' OR startNode(e) = w)
})

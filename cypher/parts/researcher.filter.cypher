// Whether a researcher r passes a filter: the one definition that lists and counts share. To be put after a WHERE.
// $set is one map (see parts/work.filter). A rule in it that is null is not given.
($set.minWorks IS NULL OR r.worksCount >= $set.minWorks)
AND ($set.topicIds IS NULL OR EXISTS { (r)-[:RESEARCHES]->(topic) WHERE topic.id IN $set.topicIds })
AND ($set.institutionIds IS NULL OR EXISTS { (r)-[:AFFILIATED]->(institution) WHERE institution.id IN $set.institutionIds })
AND ($set.claimStatus IS NULL OR coalesce(r.claim, 'UNCLAIMED') = $set.claimStatus)
AND ($set.openToCollaborate IS NULL OR coalesce(r.openToCollaborate, true) = $set.openToCollaborate)
AND ($set.consistent IS NULL OR coalesce(r.consistent = $set.consistent, false))

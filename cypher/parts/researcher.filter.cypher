// Whether a researcher r passes a filter: the one definition that lists and counts share. To be put after a WHERE.
// A rule that is null is not given.
($minWorks IS NULL OR r.worksCount >= $minWorks)
AND ($topicIds IS NULL OR EXISTS { (r)-[:RESEARCHES]->(topic) WHERE topic.id IN $topicIds })
AND ($institutionIds IS NULL OR EXISTS { (r)-[:AFFILIATED]->(institution) WHERE institution.id IN $institutionIds })

// The researchers r of a list before its filter, each once, as `from` of $set says: TEXT, those that `text` matches; TOPICS
// or INSTITUTIONS, those of its `topicIds` or `institutionIds`; CLAIM, those of its `claimStatus`, which must be a stored
// one; CLOSED, those who are not open to collaboration; MIXED, those who look like several people
UNWIND CASE $set.from WHEN 'TEXT' THEN [key] ELSE [] END AS start
CALL db.index.fulltext.queryNodes('researcherText', $set.text) YIELD node AS r
RETURN r
UNION ALL
UNWIND CASE $set.from WHEN 'TOPICS' THEN [key] ELSE [] END AS start
MATCH (one:Topic)<-[:RESEARCHES]-(r:Researcher) WHERE one.id IN $set.topicIds
RETURN DISTINCT r
UNION ALL
UNWIND CASE $set.from WHEN 'INSTITUTIONS' THEN [key] ELSE [] END AS start
MATCH (one:Institution)<-[:AFFILIATED]-(r:Researcher) WHERE one.id IN $set.institutionIds
RETURN DISTINCT r
UNION ALL
UNWIND CASE $set.from WHEN 'CLAIM' THEN [key] ELSE [] END AS start
MATCH (r:Researcher) USING INDEX r:Researcher(claim) WHERE r.claim = $set.claimStatus
RETURN r
UNION ALL
UNWIND CASE $set.from WHEN 'CLOSED' THEN [key] ELSE [] END AS start
MATCH (r:Researcher) USING INDEX r:Researcher(openToCollaborate) WHERE r.openToCollaborate = false
RETURN r
UNION ALL
UNWIND CASE $set.from WHEN 'MIXED' THEN [key] ELSE [] END AS start
MATCH (r:Researcher) USING INDEX r:Researcher(consistent) WHERE r.consistent = false
RETURN r

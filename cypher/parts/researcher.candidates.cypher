// The researchers r of a list before its filter, each once: those that `text` of $set matches, or of its `topicIds` or
// `institutionIds`, as `from` says: TEXT, TOPICS or INSTITUTIONS
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

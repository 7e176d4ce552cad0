// The researchers r of a list before its filter, each once: those that $text matches, or of $topicIds or $institutionIds.
// $from TEXT, TOPICS or INSTITUTIONS
UNWIND CASE $from WHEN 'TEXT' THEN [key] ELSE [] END AS start
CALL db.index.fulltext.queryNodes('researcherText', $text) YIELD node AS r
RETURN r
UNION ALL
UNWIND CASE $from WHEN 'TOPICS' THEN [key] ELSE [] END AS start
MATCH (one:Topic)<-[:RESEARCHES]-(r:Researcher) WHERE one.id IN $topicIds
RETURN DISTINCT r
UNION ALL
UNWIND CASE $from WHEN 'INSTITUTIONS' THEN [key] ELSE [] END AS start
MATCH (one:Institution)<-[:AFFILIATED]-(r:Researcher) WHERE one.id IN $institutionIds
RETURN DISTINCT r

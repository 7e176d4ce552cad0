// The works w of a list before its filter, each once. The list of `key` starts from what keeps it short:
// $from RESEARCHER, TOPIC, INSTITUTION, REFERENCES, CITED_BY (the works of `key`), AUTHORS, TOPICS, INSTITUTIONS (the works of
//   $startIds) or TEXT (what $text matches)
UNWIND CASE $from WHEN 'RESEARCHER' THEN [key] ELSE [] END AS start
MATCH (:Researcher {id: start})-[:AUTHORED]->(w:Work)
RETURN w
UNION ALL
UNWIND CASE $from WHEN 'TOPIC' THEN [key] ELSE [] END AS start
MATCH (:Topic {id: start})<-[:ABOUT]-(w:Work)
RETURN w
UNION ALL
UNWIND CASE $from WHEN 'INSTITUTION' THEN [key] ELSE [] END AS start
MATCH (:Institution {id: start})<-[:PRODUCED_AT]-(w:Work)
RETURN w
UNION ALL
UNWIND CASE $from WHEN 'REFERENCES' THEN [key] ELSE [] END AS start
MATCH (:Work {id: start})-[:CITES]->(w:Work)
RETURN w
UNION ALL
UNWIND CASE $from WHEN 'CITED_BY' THEN [key] ELSE [] END AS start
MATCH (:Work {id: start})<-[:CITES]-(w:Work)
RETURN w
UNION ALL
UNWIND CASE $from WHEN 'AUTHORS' THEN [key] ELSE [] END AS start
MATCH (one:Researcher)-[:AUTHORED]->(w:Work) WHERE one.id IN $startIds
RETURN DISTINCT w
UNION ALL
UNWIND CASE $from WHEN 'TOPICS' THEN [key] ELSE [] END AS start
MATCH (one:Topic)<-[:ABOUT]-(w:Work) WHERE one.id IN $startIds
RETURN DISTINCT w
UNION ALL
UNWIND CASE $from WHEN 'INSTITUTIONS' THEN [key] ELSE [] END AS start
MATCH (one:Institution)<-[:PRODUCED_AT]-(w:Work) WHERE one.id IN $startIds
RETURN DISTINCT w
UNION ALL
UNWIND CASE $from WHEN 'TEXT' THEN [key] ELSE [] END AS start
CALL db.index.fulltext.queryNodes('workText', $text) YIELD node AS w
RETURN w

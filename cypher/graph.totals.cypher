// Neighbours of a node that a filter keeps: works, topics, institutions, researchers.
// $keys node ids, $edgeTypes, $minWorks, $byYear, $yearFrom, $yearTo
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (c:Researcher {id: key}) RETURN c, 'RESEARCHER' AS type
  UNION ALL
  MATCH (c:Work {id: key}) RETURN c, 'WORK' AS type
  UNION ALL
  MATCH (c:Topic {id: key}) RETURN c, 'TOPIC' AS type
  UNION ALL
  MATCH (c:Institution {id: key}) RETURN c, 'INSTITUTION' AS type
}
CALL (c, type) {
  CALL (c, type) {
    WITH c, type WHERE $byYear AND type = 'RESEARCHER' AND 'AUTHORED' IN $edgeTypes
    MATCH (c)-[:AUTHORED]->(w) RETURN w
    UNION ALL
    WITH c, type WHERE $byYear AND type = 'WORK' AND 'CITES' IN $edgeTypes
    MATCH (c)-[:CITES]-(w) RETURN DISTINCT w
    UNION ALL
    WITH c, type WHERE $byYear AND type = 'TOPIC' AND 'ABOUT' IN $edgeTypes
    MATCH (c)<-[:ABOUT]-(w) RETURN w
    UNION ALL
    WITH c, type WHERE $byYear AND type = 'INSTITUTION' AND 'PRODUCED_AT' IN $edgeTypes
    MATCH (c)<-[:PRODUCED_AT]-(w) RETURN w
  }
  WITH w WHERE $yearFrom <= w.year <= $yearTo
  RETURN count(w) AS worksOfYears
}
CALL (c, type) {
  CALL (c, type) {
    WITH c, type WHERE $byYear AND type = 'RESEARCHER' AND 'RESEARCHES' IN $edgeTypes
    MATCH (c)-[:AUTHORED]->(w)-[:ABOUT]->(n)
    RETURN n, min(w.year) AS first, max(w.year) AS last
    UNION ALL
    WITH c, type WHERE $byYear AND type = 'TOPIC' AND 'RESEARCHES' IN $edgeTypes
    MATCH (c)<-[:ABOUT]-(w)<-[:AUTHORED]-(n)
    RETURN n, min(w.year) AS first, max(w.year) AS last
  }
  WITH n WHERE coalesce(last, $yearFrom) >= $yearFrom AND coalesce(first, $yearTo) <= $yearTo
  RETURN count(n) AS researchesOfYears
}
CALL (c) {
  RETURN
    CASE WHEN 'AUTHORED' IN $edgeTypes THEN COUNT { (c)-[:AUTHORED]->() } ELSE 0 END
    + CASE WHEN 'CITES' IN $edgeTypes THEN COUNT { MATCH (c)-[:CITES]-(w) RETURN DISTINCT w } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $edgeTypes THEN COUNT { (c)<-[:ABOUT]-() } ELSE 0 END
    + CASE WHEN 'PRODUCED_AT' IN $edgeTypes THEN COUNT { (c)<-[:PRODUCED_AT]-() } ELSE 0 END AS works
}
CALL (c) { RETURN CASE WHEN 'RESEARCHES' IN $edgeTypes THEN COUNT { (c)-[:RESEARCHES]-() } ELSE 0 END AS researches }
CALL (c) {
  RETURN CASE
    WHEN NOT 'AFFILIATED' IN $edgeTypes THEN 0
    WHEN NOT $byYear THEN COUNT { (c)-[:AFFILIATED]-() }
    ELSE COUNT {
      (c)-[e:AFFILIATED]-()
      WHERE coalesce(e.toYear, $yearFrom) >= $yearFrom AND coalesce(e.fromYear, $yearTo) <= $yearTo
    }
  END AS affiliated
}
CALL (c) {
  RETURN CASE WHEN 'COAUTHOR' IN $edgeTypes THEN COUNT {
    (c)-[e:COAUTHOR]-()
    WHERE e.works >= $minWorks
      AND coalesce(e.lastYear, $yearFrom) >= $yearFrom AND coalesce(e.firstYear, $yearTo) <= $yearTo
  } ELSE 0 END AS coauthors
}
WITH *, CASE WHEN $byYear THEN researchesOfYears ELSE researches END AS researching
RETURN key, [
  CASE WHEN $byYear THEN worksOfYears ELSE works END,
  CASE type
    WHEN 'RESEARCHER' THEN researching
    WHEN 'WORK' THEN CASE WHEN 'ABOUT' IN $edgeTypes THEN COUNT { (c)-[:ABOUT]->() } ELSE 0 END
    WHEN 'INSTITUTION' THEN CASE WHEN 'ACTIVE_IN' IN $edgeTypes THEN COUNT { (c)-[:ACTIVE_IN]->() } ELSE 0 END
    ELSE 0
  END,
  CASE type
    WHEN 'RESEARCHER' THEN affiliated
    WHEN 'WORK' THEN CASE WHEN 'PRODUCED_AT' IN $edgeTypes THEN COUNT { (c)-[:PRODUCED_AT]->() } ELSE 0 END
    WHEN 'TOPIC' THEN CASE WHEN 'ACTIVE_IN' IN $edgeTypes THEN COUNT { (c)<-[:ACTIVE_IN]-() } ELSE 0 END
    ELSE CASE WHEN 'PARTNER' IN $edgeTypes THEN COUNT { (c)-[:PARTNER]-() } ELSE 0 END
  END,
  CASE type
    WHEN 'RESEARCHER' THEN coauthors
    WHEN 'WORK' THEN CASE WHEN 'AUTHORED' IN $edgeTypes THEN COUNT { (c)<-[:AUTHORED]-() } ELSE 0 END
    WHEN 'TOPIC' THEN researching
    ELSE affiliated
  END
] AS value

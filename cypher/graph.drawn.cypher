// What there is to draw of nodes: kind, id, label, weight, year; and how many edges of each type they have.
// $keys node ids
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (n:Researcher {id: key})
  RETURN 'RESEARCHER' AS type, [n.id, n.name, n.worksCount, null] AS node, {
    AUTHORED: COUNT { (n)-[:AUTHORED]-() }, COAUTHOR: COUNT { (n)-[:COAUTHOR]-() },
    AFFILIATED: COUNT { (n)-[:AFFILIATED]-() }, RESEARCHES: COUNT { (n)-[:RESEARCHES]-() }
  } AS degrees
  UNION ALL
  MATCH (n:Work {id: key})
  RETURN 'WORK' AS type, [n.id, coalesce(n.titleText, n.title), n.citationCount, n.year] AS node, {
    AUTHORED: COUNT { (n)-[:AUTHORED]-() }, ABOUT: COUNT { (n)-[:ABOUT]-() },
    CITES: COUNT { (n)-[:CITES]-() }, PRODUCED_AT: COUNT { (n)-[:PRODUCED_AT]-() }
  } AS degrees
  UNION ALL
  MATCH (n:Topic {id: key})
  RETURN 'TOPIC' AS type, [n.id, n.name, n.worksCount, null] AS node, {
    ABOUT: COUNT { (n)-[:ABOUT]-() }, RESEARCHES: COUNT { (n)-[:RESEARCHES]-() },
    ACTIVE_IN: COUNT { (n)-[:ACTIVE_IN]-() }
  } AS degrees
  UNION ALL
  MATCH (n:Institution {id: key})
  RETURN 'INSTITUTION' AS type, [n.id, n.name, n.worksCount, null] AS node, {
    AFFILIATED: COUNT { (n)-[:AFFILIATED]-() }, PRODUCED_AT: COUNT { (n)-[:PRODUCED_AT]-() },
    ACTIVE_IN: COUNT { (n)-[:ACTIVE_IN]-() }, PARTNER: COUNT { (n)-[:PARTNER]-() }
  } AS degrees
}
RETURN key, {type: type, node: node, degrees: degrees} AS value

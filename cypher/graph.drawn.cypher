// What there is to draw of nodes: kind, id, label, weight, year; and how many edges they have.
// $keys node ids
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (n:Researcher {id: key}) RETURN 'RESEARCHER' AS type, [n.id, n.name, n.worksCount, null] AS node, COUNT { (n)--() } AS degree
  UNION ALL
  MATCH (n:Work {id: key})
  RETURN 'WORK' AS type, [n.id, coalesce(n.titleText, n.title), n.citationCount, n.year] AS node, COUNT { (n)--() } AS degree
  UNION ALL
  MATCH (n:Topic {id: key}) RETURN 'TOPIC' AS type, [n.id, n.name, n.worksCount, null] AS node, COUNT { (n)--() } AS degree
  UNION ALL
  MATCH (n:Institution {id: key}) RETURN 'INSTITUTION' AS type, [n.id, n.name, n.worksCount, null] AS node, COUNT { (n)--() } AS degree
}
RETURN key, {type: type, node: node, degree: degree} AS value

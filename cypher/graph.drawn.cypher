// What a slice draws of nodes: kind, id, label, weight, year.
// $keys node ids
// Columns: key, value
UNWIND $keys AS key
CALL (key) {
  MATCH (n:Researcher {id: key}) RETURN 'RESEARCHER' AS type, [n.id, n.name, n.worksCount, null] AS node
  UNION ALL
  MATCH (n:Work {id: key})
  RETURN 'WORK' AS type, [n.id, coalesce(n.titleText, n.title), n.citationCount, n.year] AS node
  UNION ALL
  MATCH (n:Topic {id: key}) RETURN 'TOPIC' AS type, [n.id, n.name, n.worksCount, null] AS node
  UNION ALL
  MATCH (n:Institution {id: key}) RETURN 'INSTITUTION' AS type, [n.id, n.name, n.worksCount, null] AS node
}
RETURN key, {type: type, node: node} AS value

// One level of a search for a path: the nodes next to a frontier, each with the first node of the frontier that leads to
// it, and how many edges of the types asked for it has itself. Other types are not looked at: a hub may have very many.
// $ids of the frontier in order, $types their kinds, $among ids that alone are wanted or null, $most nodes, $edgeTypes, $allTypes whether those are all, $minWorks, $since year or null
// Columns: ids, types, via, degrees
CALL () {
  UNWIND range(0, size($ids) - 1) AS place
  WITH place WHERE $types[place] = 'RESEARCHER'
  MATCH (u:Researcher {id: $ids[place]}) RETURN place, u
  UNION ALL
  UNWIND range(0, size($ids) - 1) AS place
  WITH place WHERE $types[place] = 'WORK'
  MATCH (u:Work {id: $ids[place]}) RETURN place, u
  UNION ALL
  UNWIND range(0, size($ids) - 1) AS place
  WITH place WHERE $types[place] = 'TOPIC'
  MATCH (u:Topic {id: $ids[place]}) RETURN place, u
  UNION ALL
  UNWIND range(0, size($ids) - 1) AS place
  WITH place WHERE $types[place] = 'INSTITUTION'
  MATCH (u:Institution {id: $ids[place]}) RETURN place, u
}
CALL (u) {
  WITH u WHERE 'COAUTHOR' IN $edgeTypes
  MATCH (u)-[e:COAUTHOR]-(n) WHERE e.works >= $minWorks AND ($since IS NULL OR e.lastYear >= $since)
  RETURN n
  UNION ALL
  WITH u WHERE 'AUTHORED' IN $edgeTypes MATCH (u)-[:AUTHORED]-(n) RETURN n
  UNION ALL
  WITH u WHERE 'ABOUT' IN $edgeTypes MATCH (u)-[:ABOUT]-(n) RETURN n
  UNION ALL
  WITH u WHERE 'AFFILIATED' IN $edgeTypes MATCH (u)-[:AFFILIATED]-(n) RETURN n
  UNION ALL
  WITH u WHERE 'CITES' IN $edgeTypes MATCH (u)-[:CITES]-(n) RETURN n
  UNION ALL
  WITH u WHERE 'RESEARCHES' IN $edgeTypes MATCH (u)-[:RESEARCHES]-(n) RETURN n
  UNION ALL
  WITH u WHERE 'PRODUCED_AT' IN $edgeTypes MATCH (u)-[:PRODUCED_AT]-(n) RETURN n
  UNION ALL
  WITH u WHERE 'ACTIVE_IN' IN $edgeTypes MATCH (u)-[:ACTIVE_IN]-(n) RETURN n
  UNION ALL
  WITH u WHERE 'PARTNER' IN $edgeTypes MATCH (u)-[:PARTNER]-(n) RETURN n
}
WITH place, n WHERE $among IS NULL OR n.id IN $among
WITH n, min(place) AS via LIMIT $most
RETURN collect(n.id) AS ids, collect(toUpper(labels(n)[0])) AS types, collect(via) AS via, collect(CASE
  WHEN $allTypes THEN COUNT { (n)--() }
  ELSE CASE WHEN 'COAUTHOR' IN $edgeTypes THEN COUNT { (n)-[:COAUTHOR]-() } ELSE 0 END
    + CASE WHEN 'AUTHORED' IN $edgeTypes THEN COUNT { (n)-[:AUTHORED]-() } ELSE 0 END
    + CASE WHEN 'ABOUT' IN $edgeTypes THEN COUNT { (n)-[:ABOUT]-() } ELSE 0 END
    + CASE WHEN 'AFFILIATED' IN $edgeTypes THEN COUNT { (n)-[:AFFILIATED]-() } ELSE 0 END
    + CASE WHEN 'CITES' IN $edgeTypes THEN COUNT { (n)-[:CITES]-() } ELSE 0 END
    + CASE WHEN 'RESEARCHES' IN $edgeTypes THEN COUNT { (n)-[:RESEARCHES]-() } ELSE 0 END
    + CASE WHEN 'PRODUCED_AT' IN $edgeTypes THEN COUNT { (n)-[:PRODUCED_AT]-() } ELSE 0 END
    + CASE WHEN 'ACTIVE_IN' IN $edgeTypes THEN COUNT { (n)-[:ACTIVE_IN]-() } ELSE 0 END
    + CASE WHEN 'PARTNER' IN $edgeTypes THEN COUNT { (n)-[:PARTNER]-() } ELSE 0 END
END) AS degrees

// One level of a search for a path: the nodes next to a frontier, each with the first node of the frontier that leads to
// it, and how many edges it has itself.
// $ids of the frontier in order, $types their kinds, $among ids that alone are wanted or null, $most nodes, $edgeTypes, $minWorks, $since year or null
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
  WITH u WHERE any(type IN $edgeTypes WHERE type <> 'COAUTHOR')
  MATCH (u)-[e:AUTHORED|ABOUT|AFFILIATED|CITES|RESEARCHES|PRODUCED_AT|ACTIVE_IN|PARTNER]-(n)
  WHERE type(e) IN $edgeTypes
  RETURN n
}
WITH place, n WHERE $among IS NULL OR n.id IN $among
WITH n, min(place) AS via LIMIT $most
RETURN collect(n.id) AS ids, collect(toUpper(labels(n)[0])) AS types, collect(via) AS via,
  collect(COUNT { (n)--() }) AS degrees

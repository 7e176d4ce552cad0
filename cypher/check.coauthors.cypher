// Recounts the coauthors with a higher id from joint works.
// $maxAuthors: larger works do not count
// $ids: a page of them
// Columns: id, stored, counted (both lists of a key and its values)
UNWIND $ids AS id
MATCH (r:Researcher {id: id})
RETURN id,
  COLLECT {
    MATCH (r)-[c:COAUTHOR]->(other)
    RETURN [other.id, c.works, c.strength, c.firstYear, c.lastYear]
  } AS stored,
  COLLECT {
    MATCH (r)-[:AUTHORED]->(w:Work)<-[:AUTHORED]-(other:Researcher)
    WHERE 2 <= w.authorCount <= $maxAuthors AND other.id > r.id
    WITH other, count(*) AS works, min(w.year) AS firstYear, max(w.year) AS lastYear,
      sum((2000000000000 + w.authorCount - 1) / (2 * (w.authorCount - 1))) AS units
    RETURN [other.id, works, (units + 500000) / 1000000 / 1e6, firstYear, lastYear]
  } AS counted

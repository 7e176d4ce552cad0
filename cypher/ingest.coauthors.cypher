// Computes coauthor edges from the joint works.
// $rows: id (the lower of the pair), others (map of the higher ids); $maxAuthors: larger works do not count
// Columns: none
UNWIND $rows AS row
MATCH (one:Researcher {id: row.id})
CALL (one, row) {
  MATCH (one)-[:AUTHORED]->(w:Work)
  WHERE 2 <= w.authorCount <= $maxAuthors
  MATCH (w)<-[:AUTHORED]-(other:Researcher)
  WHERE row.others[other.id]
  RETURN other, count(*) AS works, min(w.year) AS firstYear, max(w.year) AS lastYear,
    sum((2000000000000 + w.authorCount - 1) / (2 * (w.authorCount - 1))) AS units
}
MERGE (one)-[c:COAUTHOR]->(other)
SET c.works = works, c.strength = (units + 500000) / 1000000 / 1e6, c.firstYear = firstYear, c.lastYear = lastYear

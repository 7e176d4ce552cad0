// What a sentence about each researcher is made of: the main topics, and the most cited work, else the latest.
// $keys researcher ids
// Columns: key, value
UNWIND $keys AS key
MATCH (r:Researcher {id: key})
RETURN key, {
  topics: COLLECT {
    MATCH (r)-[e:RESEARCHES]->(t:Topic)
    RETURN t.name ORDER BY e.works DESC, t.id LIMIT 2
  },
  work: head(COLLECT {
    MATCH (r)-[:AUTHORED]->(w:Work)
    RETURN w {title: coalesce(w.titleText, w.title), .year, .citationCount}
    ORDER BY w.citationCount DESC, coalesce(w.year, 0) DESC, w.id LIMIT 1
  })
} AS value

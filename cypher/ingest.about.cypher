// Connects works that have no topics yet to them.
// $rows: from (work), to (topic), score, sources
// Columns: none
UNWIND $rows AS row
MATCH (w:Work {id: row.from})
MATCH (t:Topic {id: row.to})
CREATE (w)-[:ABOUT {
  score: toFloat(row.score), sources: row.sources,
  topicId: row.to, citationCount: w.citationCount, year: coalesce(w.year, 0)
}]->(t)

// The edges of works that are about to be replaced, and what derived figures were computed from.
// $ids: ids of the works
// Lists: authored of [researcher, position, name, corresponding, institutionIds, sources, statedAs], about of [topic, score, sources],
//   cites of [work, sources]
// Columns: id, year, citationCount, authorCount, institutions, authored, about, cites
UNWIND $ids AS id
MATCH (w:Work {id: id})
RETURN w.id AS id, w.year AS year, w.citationCount AS citationCount, w.authorCount AS authorCount,
  COLLECT { MATCH (w)-[:PRODUCED_AT]->(i) RETURN i.id } AS institutions,
  COLLECT {
    MATCH (w)<-[e:AUTHORED]-(r)
    RETURN [r.id, e.position, e.name, e.corresponding, e.institutionIds, e.sources, e.statedAs]
  } AS authored,
  COLLECT { MATCH (w)-[e:ABOUT]->(t) RETURN [t.id, e.score, e.sources] } AS about,
  COLLECT { MATCH (w)-[e:CITES]->(cited) RETURN [cited.id, e.sources] } AS cites

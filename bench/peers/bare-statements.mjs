// The statements of bench/peers/bare.mjs, by hand: a slice in one, all of a researcher's page in three.

/** Neighbours of a researcher, best first. Limits: $works $topics $institutions $people. */
const NODES = `
MATCH (c:Researcher {id: $id})
CALL (c) {
  MATCH (c)-[:AUTHORED]->(w:Work)
  WITH w ORDER BY w.citationCount DESC, w.year DESC, w.id LIMIT $works
  RETURN collect(w) AS works
}
CALL (c) {
  MATCH (c)-[e:RESEARCHES]->(t:Topic)
  WITH t, e ORDER BY e.works DESC, t.id LIMIT $topics
  RETURN collect(t) AS topics
}
CALL (c) {
  MATCH (c)-[e:AFFILIATED]->(i:Institution)
  WITH i, e ORDER BY e.works DESC, i.id LIMIT $institutions
  RETURN collect(i) AS institutions
}
CALL (c) {
  MATCH (c)-[e:COAUTHOR]-(r:Researcher)
  WITH r, e ORDER BY e.works DESC, e.lastYear DESC, r.id LIMIT $people
  RETURN collect(r) AS people
}`;
const SHOWN = `
  c {.id, label: c.name, weight: c.worksCount} AS center,
  [w IN works | w {.id, label: w.title, weight: w.citationCount, .year}] AS works,
  [t IN topics | t {.id, label: t.name, weight: t.worksCount}] AS topics,
  [i IN institutions | i {.id, label: i.name, weight: i.worksCount}] AS institutions,
  [r IN people | r {.id, label: r.name, weight: r.worksCount}] AS researchers`;
const EDGES = `
WITH *, people + c AS researchers
CALL (researchers, works, topics, institutions) {
  UNWIND works AS b MATCH (b)<-[e:AUTHORED]-(a) WHERE a IN researchers
  RETURN {type: type(e), source: a.id, target: b.id, weight: 1.0} AS edge
  UNION ALL
  UNWIND works AS a MATCH (a)-[e:ABOUT]->(b) WHERE b IN topics
  RETURN {type: type(e), source: a.id, target: b.id, weight: e.score} AS edge
  UNION ALL
  UNWIND works AS a MATCH (a)-[e:PRODUCED_AT]->(b) WHERE b IN institutions
  RETURN {type: type(e), source: a.id, target: b.id, weight: 1.0} AS edge
  UNION ALL
  UNWIND works AS a MATCH (a)-[e:CITES]->(b) WHERE b IN works
  RETURN {type: type(e), source: a.id, target: b.id, weight: 1.0} AS edge
  UNION ALL
  UNWIND researchers AS a MATCH (a)-[e:COAUTHOR]->(b) WHERE b IN researchers
  RETURN {type: type(e), source: a.id, target: b.id, weight: e.works} AS edge
  UNION ALL
  UNWIND researchers AS a MATCH (a)-[e:RESEARCHES]->(b) WHERE b IN topics
  RETURN {type: type(e), source: a.id, target: b.id, weight: e.works} AS edge
  UNION ALL
  UNWIND researchers AS a MATCH (a)-[e:AFFILIATED]->(b) WHERE b IN institutions
  RETURN {type: type(e), source: a.id, target: b.id, weight: 1.0} AS edge
  UNION ALL
  UNWIND institutions AS a MATCH (a)-[e:ACTIVE_IN]->(b) WHERE b IN topics
  RETURN {type: type(e), source: a.id, target: b.id, weight: e.works} AS edge
  UNION ALL
  UNWIND institutions AS a MATCH (a)-[e:PARTNER]->(b) WHERE b IN institutions
  RETURN {type: type(e), source: a.id, target: b.id, weight: e.works} AS edge
}
WITH c, works, topics, institutions, people, collect(edge) AS edges`;
const TOTALS = `{
  works: c.worksCount, topics: c.topicsCount, institutions: COUNT { (c)-[:AFFILIATED]->() }, researchers: c.collaboratorsCount
} AS totals`;

export const STAR = `${NODES}\nRETURN ${SHOWN}`;
export const SLICE = `${NODES}${EDGES}\nRETURN ${SHOWN}, edges`;
export const SLICE_OF_PAGE = `${NODES}${EDGES}\nRETURN ${SHOWN}, edges, ${TOTALS}`;

/** Head of the page, what trust and headline are made of, and the lists beside the graph. */
export const HEAD = `
MATCH (r:Researcher {id: $id})
RETURN r {
  .id, .name, .orcid, .otherNames, .claim, .openToCollaborate, .headline, .sources, .updatedAt, .unknown, .notImported,
  .worksCount, .citationCount, .hIndex, .topicsCount, .collaboratorsCount, .closeCollaboratorsCount, .firstYear, .lastYear,
  followers: COUNT { (r)<-[:FOLLOWS]-() }
} AS researcher, {
  claimed: r.claim = 'CLAIMED', verified: r.verified, consistent: r.consistent,
  stated: COUNT { (r)-[e:AUTHORED]->(:Work) WHERE e.sources <> 'orcid' },
  identified: COUNT {
    (r)-[e:AUTHORED]->(w:Work) WHERE e.sources <> 'orcid' AND (w.doi IS NOT NULL OR w.arxivId IS NOT NULL)
  },
  followers: COUNT { MATCH (r)<-[:FOLLOWS]-(:Account)-[:OWNS]->(o:Researcher) WHERE o.verified RETURN DISTINCT o },
  collaborators: COUNT { MATCH (r)-[:COAUTHOR]-(o:Researcher) WHERE o.claim = 'CLAIMED' AND o.verified RETURN o }
} AS trust,
COLLECT {
  MATCH (r)-[:AUTHORED]->(w:Work)
  RETURN w {.title, .year, .citationCount} ORDER BY w.citationCount DESC, w.year DESC, w.id LIMIT 1
} AS bestKnown,
COLLECT {
  MATCH (r)-[e:RESEARCHES]->(t:Topic)
  RETURN {id: t.id, name: t.name, works: e.works, share: toFloat(e.works) / r.worksCount}
  ORDER BY e.works DESC, t.id LIMIT 8
} AS topics,
COLLECT {
  MATCH (r)-[e:COAUTHOR]-(o:Researcher)
  RETURN {id: o.id, name: o.name, works: e.works, firstYear: e.firstYear, lastYear: e.lastYear}
  ORDER BY e.works DESC, e.lastYear DESC, o.id LIMIT 8
} AS collaborators,
COLLECT {
  MATCH (r)-[e:AFFILIATED]->(i:Institution)
  RETURN {id: i.id, name: i.name, country: i.country, current: e.current, fromYear: e.fromYear, toYear: e.toYear}
  ORDER BY e.current DESC, e.toYear DESC, e.fromYear, i.id
} AS affiliations`;

/** The first page of works, each with its authors, and what all of them are about. */
export const WORKS = `
MATCH (:Researcher {id: $id})-[:AUTHORED]->(w:Work)
WITH collect(w) AS mine
CALL (mine) {
  UNWIND mine AS w
  WITH w ORDER BY w.citationCount DESC, w.year DESC, w.id LIMIT 20
  RETURN collect(w {
    .id, .title, .titleText, .type, .year, .source, .abstract, .doi, .arxivId, .openAccessUrl, .citationCount, .retracted, .byline,
    authorCount: COUNT { (w)<-[:AUTHORED]-() },
    authors: COLLECT {
      MATCH (w)<-[e:AUTHORED]-(a:Researcher) RETURN {id: a.id, name: e.name, position: e.position} ORDER BY e.position LIMIT 12
    }
  }) AS works
}
CALL (mine) {
  UNWIND mine AS w
  WITH w.year AS year, count(*) AS works WHERE year IS NOT NULL
  WITH * ORDER BY year
  RETURN collect({year: year, works: works}) AS years
}
CALL (mine) {
  UNWIND mine AS w
  WITH w.type AS value, count(*) AS works WHERE value IS NOT NULL
  WITH * ORDER BY works DESC, value
  RETURN collect({value: value, works: works}) AS types
}
CALL (mine) {
  UNWIND mine AS w MATCH (w)-[:ABOUT]->(t:Topic)
  WITH t, count(*) AS works ORDER BY works DESC, t.id LIMIT 12
  RETURN collect({id: t.id, name: t.name, works: works}) AS topics
}
RETURN size(mine) AS total, works, years, types, topics`;

// What a careful engineer writes by hand: a plain HTTP server, one Cypher statement a request, JSON.
//   NEO4J_URI=bolt://… NEO4J_PASSWORD=… node bench/peers/bare.mjs PORT
// GET /slice/ID (nodes and every edge among them), /star/ID (nodes alone), /profile/ID.

import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';

const driver = neo4j.driver(process.env.NEO4J_URI, neo4j.auth.basic('neo4j', process.env.NEO4J_PASSWORD), {
  disableLosslessIntegers: true,
  maxConnectionPoolSize: 64,
});

const NODES = `
MATCH (c:Researcher {id: $id})
CALL (c) {
  MATCH (c)-[:AUTHORED]->(w:Work)
  WITH w ORDER BY w.citationCount DESC, w.year DESC, w.id LIMIT 20
  RETURN collect(w) AS works
}
CALL (c) {
  MATCH (c)-[e:RESEARCHES]->(t:Topic)
  WITH t, e ORDER BY e.works DESC, t.id LIMIT 10
  RETURN collect(t) AS topics
}
CALL (c) {
  MATCH (c)-[e:AFFILIATED]->(i:Institution)
  WITH i, e ORDER BY e.works DESC, i.id LIMIT 10
  RETURN collect(i) AS institutions
}
CALL (c) {
  MATCH (c)-[e:COAUTHOR]-(r:Researcher)
  WITH r, e ORDER BY e.works DESC, e.lastYear DESC, r.id LIMIT 25
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
const statements = {
  star: `${NODES}\nRETURN ${SHOWN}`,
  slice: `${NODES}${EDGES}\nRETURN ${SHOWN}, edges`,
};

async function answer(kind, id) {
  const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(statements[kind], { id });
    return records[0]?.toObject() ?? null;
  } finally {
    await session.close();
  }
}

const server = createServer(async (request, response) => {
  const [, kind, id] = request.url.split('/');
  try {
    const found = kind in statements ? await answer(kind, decodeURIComponent(id)) : null;
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('ready\n'));
process.once('SIGTERM', () => server.close(() => driver.close()));

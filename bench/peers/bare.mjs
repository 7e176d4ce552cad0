// What a careful engineer writes by hand: a plain HTTP server, as few Cypher statements a request as may be, JSON.
//   NEO4J_URI=bolt://… NEO4J_PASSWORD=… node bench/peers/bare.mjs PORT
// GET /slice/ID (nodes and every edge among them), /star/ID (nodes alone), /profile/ID (all of a researcher's page).

import { createServer } from 'node:http';
import neo4j from 'neo4j-driver';
import { HEAD, SLICE, SLICE_OF_PAGE, STAR, WORKS } from './bare-statements.mjs';

const driver = neo4j.driver(process.env.NEO4J_URI, neo4j.auth.basic('neo4j', process.env.NEO4J_PASSWORD), {
  disableLosslessIntegers: true,
  maxConnectionPoolSize: 64,
});

const limits = (works, topics, institutions, people) => ({
  ...{ works: neo4j.int(works), topics: neo4j.int(topics) },
  ...{ institutions: neo4j.int(institutions), people: neo4j.int(people) },
});
const OF_SLICE = limits(20, 10, 10, 25);
const OF_PAGE = limits(24, 10, 8, 25);

async function run(statement, parameters) {
  const session = driver.session({ database: 'neo4j', defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(statement, parameters);
    return records[0]?.toObject() ?? null;
  } finally {
    await session.close();
  }
}

async function sliceOf(statement, parameters) {
  const slice = await run(statement, parameters);
  for (const edge of slice?.edges ?? []) edge.id = `${edge.type}:${edge.source}:${edge.target}`;
  return slice;
}

const answers = {
  star: (id) => run(STAR, { id, ...OF_SLICE }),
  slice: (id) => sliceOf(SLICE, { id, ...OF_SLICE }),
  profile: async (id) => {
    const [head, graph, works] = await Promise.all([
      run(HEAD, { id }),
      sliceOf(SLICE_OF_PAGE, { id, ...OF_PAGE }),
      run(WORKS, { id }),
    ]);
    return head && { ...head, graph, works };
  },
};

const server = createServer(async (request, response) => {
  const [, kind, id] = request.url.split('/');
  try {
    const found = kind in answers ? await answers[kind](decodeURIComponent(id)) : null;
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => process.stdout.write('ready\n'));
process.once('SIGTERM', () => server.close(() => driver.close()));

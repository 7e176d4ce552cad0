// How this server compares with two peers on the same database, in one run:
//   npm run build && node bench/generate.mjs 300000 /tmp/graph-300k && node bench/peers.mjs /tmp/graph-300k
// bare (bench/peers/bare.mjs): one Cypher statement by hand for each request; @neo4j/graphql (bench/peers/neo4j-graphql.mjs),
// whose packages are installed beside the graph. All run on this machine, with the load, one after another, in five
// rounds; writes bench/RESULTS.md. Requests that fail are counted, and make the figure void.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import autocannon from 'autocannon';
import { machine, median, writePart } from './report.mjs';

const home = resolve(process.argv[2] ?? '.data');
const ROUNDS = 5;
const SECONDS = Number(process.argv[3] ?? 6);
const [OURS, CACHED, BARE, PEER] = [4_710, 4_711, 4_712, 4_713];
const ORIGIN = (port) => `http://127.0.0.1:${port}`;

const STAR = `query Star($id: ID!) { neighbourhood(center: $id) { nodes { id type label weight year distance } } }`;
const SLICE = `query Slice($id: ID!) { neighbourhood(center: $id) { nodes { id type label weight year distance } edges { id type source target weight } } }`;
const PEER_STAR = `query Star($id: ID!) { researchers(where: { id: { eq: $id } }) { id name worksCount
  works(limit: 20, sort: [{ citationCount: DESC }, { year: DESC }]) { id title citationCount year }
  topicsConnection(first: 10, sort: [{ edge: { works: DESC } }]) { edges { properties { works } node { id name worksCount } } }
  institutionsConnection(first: 10, sort: [{ edge: { works: DESC } }]) { edges { properties { works } node { id name worksCount } } }
  coauthorsConnection(first: 25, sort: [{ edge: { works: DESC } }]) { edges { properties { works } node { id name worksCount } } }
  coauthorOfConnection(first: 25, sort: [{ edge: { works: DESC } }]) { edges { properties { works } node { id name worksCount } } }
} }`;

const running = [];
async function start(name, args, environment, ready) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  await new Promise((done, fail) => {
    const look = (chunk) => ready.test(String(chunk)) && done();
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', (code) => fail(new Error(`${name} ended with ${code}`)));
  });
  return child;
}

function peerFolder() {
  const folder = join(home, 'neo4j-graphql');
  if (existsSync(join(folder, 'node_modules', '@neo4j', 'graphql'))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  execFileSync(
    'npm',
    [
      'install',
      '--no-audit',
      '--no-fund',
      '@neo4j/graphql@7.6.3',
      '@apollo/server@5.5.1',
      'graphql@16.15.0',
      'neo4j-driver@6.3.0',
    ],
    { cwd: folder, stdio: 'inherit' },
  );
  return folder;
}

async function ask(port, query, variables = {}) {
  const response = await fetch(`${ORIGIN(port)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
  return data;
}

let state = 11;
const random = () => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};

/** Researchers of all sizes: those whom a walk through the list comes by. */
async function sampleIds(count) {
  const ids = [];
  let after = null;
  const { researchers } = await ask(OURS, '{ researchers(first: 1) { totalCount } }');
  const pages = Math.ceil(count / 100);
  const order = ['WORKS', 'NAME'];
  for (const by of order) {
    after = null;
    for (let page = 0; page < pages; page++) {
      const { researchers: list } = await ask(
        OURS,
        `query List($after: String) { researchers(first: 100, after: $after, orderBy: { by: ${by}, direction: ${by === 'NAME' ? 'ASC' : 'DESC'} }) { nodes { id } pageInfo { endCursor } } }`,
        { after },
      );
      ids.push(...list.nodes.map(({ id }) => id));
      after = list.pageInfo.endCursor;
    }
  }
  return { ids: [...new Set(ids)], total: researchers.totalCount };
}

const byPost = (query) => (id) => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query, variables: { id } }),
});
const byGet = (kind) => (id) => ({ method: 'GET', path: `/${kind}/${id}` });

/** One measurement: so many connections, each sending the next request when the last was answered. */
async function load({ port, request }, connections, next) {
  const result = await autocannon({
    url: ORIGIN(port),
    connections,
    duration: SECONDS,
    timeout: 30,
    requests: [{ setupRequest: (given) => ({ ...given, ...request(next()) }) }],
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  return { rate: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99, failed };
}

try {
  const log = { LOG_LEVEL: 'error', RATE_LIMIT: 'off', RESEARCH_GRAPH_HOME: home };
  await start(
    'research-graph',
    ['dist/main.js', 'serve'],
    { ...log, PORT: String(OURS), ANSWER_CACHE_MB: 'off' },
    /answers at/,
  );
  const { boltUri, password } = JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
  const neo4j = { NEO4J_URI: boltUri, NEO4J_PASSWORD: password };
  await start(
    'research-graph with its cache',
    ['dist/main.js', 'serve'],
    { ...log, ...neo4j, NEO4J_USER: 'neo4j', PORT: String(CACHED), WARM_UP: 'off' },
    /answers at/,
  );
  await start('bare', ['bench/peers/bare.mjs', String(BARE)], neo4j, /ready/);
  await start('@neo4j/graphql', ['bench/peers/neo4j-graphql.mjs', String(PEER), peerFolder()], neo4j, /ready/);
  const { ids, total } = await sampleIds(3_000);
  const uniform = () => ids[Math.floor(random() * ids.length)];
  // Zipf with exponent 1: the k-th is asked for in proportion to 1 / k.
  const zipf = () => ids[Math.min(ids.length - 1, Math.floor(ids.length ** random()) - 1)];
  const contenders = {
    ours: { star: { port: OURS, request: byPost(STAR) }, slice: { port: OURS, request: byPost(SLICE) } },
    cached: { slice: { port: CACHED, request: byPost(SLICE) } },
    bare: { star: { port: BARE, request: byGet('star') }, slice: { port: BARE, request: byGet('slice') } },
    peer: { star: { port: PEER, request: byPost(PEER_STAR) } },
  };
  const work = [
    ['slice without its edges, random researchers, 64 connections', 'star', ['ours', 'bare', 'peer'], 64, uniform],
    ['whole slice, the same', 'slice', ['ours', 'bare'], 64, uniform],
    ['slice without its edges, one connection', 'star', ['ours', 'bare', 'peer'], 1, uniform],
    ['whole slice, one connection', 'slice', ['ours', 'bare'], 1, uniform],
    ['whole slice, popular researchers (Zipf 1), 64 connections, cache on', 'slice', ['cached', 'bare'], 64, zipf],
  ];
  const found = new Map();
  const loads = [];
  for (let round = -1; round < ROUNDS; round++)
    for (const [name, kind, names, connections, next] of work)
      for (const contender of names) {
        loads.push(loadavg()[0]);
        const result = await load(contenders[contender][kind], connections, next);
        if (round < 0) continue;
        const key = `${name}|${contender}`;
        found.set(key, [...(found.get(key) ?? []), result]);
        process.stderr.write(
          `${round} ${key}: ${result.rate.toFixed(0)}/s, p50 ${result.p50}, p99 ${result.p99}, failed ${result.failed}\n`,
        );
      }
  const memory = (child) =>
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1_024;
  const of = (name, contender, figure) => median(found.get(`${name}|${contender}`).map((each) => each[figure]));
  const failed = [...found.values()].flat().reduce((sum, each) => sum + each.failed, 0);
  const rows = work.flatMap(([name, , names]) =>
    names.map((contender) => {
      const ratio = (other) => (of(name, names[0], 'rate') / of(name, other, 'rate')).toFixed(2);
      return `| ${contender === names[0] ? name : ''} | ${contender} | ${of(name, contender, 'rate').toFixed(0)} | ${of(name, contender, 'p50').toFixed(1)} | ${of(name, contender, 'p99').toFixed(0)} | ${contender === names[0] ? '' : `${ratio(contender)} × ${contender}`} |`;
    }),
  );
  writePart(
    new URL('RESULTS.md', import.meta.url).pathname,
    'peers',
    [
      `${total.toLocaleString('en')} researchers; ${ids.length} of them asked for. ${machine()}; load, servers and Neo4j on it; medians of ${ROUNDS} interleaved rounds of ${SECONDS} s, after one to warm up. Requests that failed: ${failed}.`,
      `Most memory that Node took: ours ${memory(running[0]).toFixed(0)} MB, with the cache ${memory(running[1]).toFixed(0)} MB. Load average ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.`,
      '',
      '| work | server | requests/s | p50, ms | p99, ms | ours to it |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
    ],
    '# Results',
  );
} finally {
  for (const child of running.reverse()) {
    if (child.exitCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

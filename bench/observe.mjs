// What logs and metrics cost a request, in processor time of the server: npm run build && node bench/observe.mjs
// NEO4J_URI and NEO4J_PASSWORD name a graph that holds something. Writes bench/OBSERVE.md.
// The servers live in one process and are asked in short turns, so that compiler, garbage and whatever else the machine
// does strike all of them alike: between processes, or between one minute and the next, the same server differed by 10 %.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { patiently } from './load.mjs';
import { machine, median, writePart } from './report.mjs';

const ROUNDS = 200;
const REQUESTS = 10;
const WARM_UP = 30;
const QUERY = 'query Small { researchers(first: 1) { nodes { id name works(first: 5) { nodes { id title } } } } }';
const QUIET = { metrics: 'off', logLevel: 'silent' };
const CONTENDERS = {
  'none of it': QUIET,
  logs: { ...QUIET, logLevel: 'info' },
  metrics: { ...QUIET, metrics: 'local' },
  'logs and metrics, as by default': { metrics: 'local', logLevel: 'info' },
  'none of it, once more': QUIET,
};

/** The process that is measured: every server, and its own processor time whenever it is asked for that. */
async function serve() {
  await import('reflect-metadata');
  const [{ startApp }, { readConfig }, { openGraph }, { createLog }] = await Promise.all(
    ['app', 'config', 'open-graph', 'observe/log'].map((name) => import(`../dist/${name}.js`)),
  );
  const config = {
    ...readConfig({ ...process.env, RATE_LIMIT: 'off', ANSWER_CACHE_MB: 'off', AUTH_ISSUER: 'off' }),
    port: 0,
  };
  const addresses = {};
  for (const [name, own] of Object.entries(CONTENDERS)) {
    const graph = await openGraph(config);
    addresses[name] = (await startApp(graph, { ...config, ...own }, createLog(own.logLevel))).address;
  }
  process.on('message', () => process.send(process.cpuUsage()));
  process.on('disconnect', () => process.exit(0));
  process.send(addresses);
}

async function ask(address) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${address}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: QUERY }) });
  const { errors } = await answer.json();
  if (errors) throw new Error(errors[0].message);
}

async function measure() {
  const server = fork(import.meta.filename, ['serve'], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  server.stdout.resume();
  const [addresses] = await once(server, 'message');
  const spent = async () => {
    server.send('processor time');
    const [{ user, system }] = await once(server, 'message');
    return user + system;
  };
  const names = Object.keys(CONTENDERS);
  const times = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < WARM_UP + ROUNDS; round++)
    for (const at of names.keys()) {
      // Each is asked after each of the others as often.
      const name = names[(round + at * (1 + (round % (names.length - 1)))) % names.length];
      const before = await spent();
      const question = () => ask(addresses[name]);
      for (let asked = 0; asked < REQUESTS; asked++) await (round < WARM_UP ? patiently(question) : question());
      if (round >= WARM_UP) times.get(name).push(((await spent()) - before) / REQUESTS);
    }
  server.disconnect();
  const [base] = times.values();
  const rows = names.map((name) => {
    const own = times.get(name);
    const added = median(own.map((time, round) => time - base[round]));
    const ratio = median(own.map((time, round) => time / base[round]));
    return `| ${name} | ${(median(own) / 1_000).toFixed(2)} ms | ${added.toFixed(0)} µs | ${ratio.toFixed(3)} |`;
  });
  const lines = [
    `Processor time of a server for one small request: medians of ${ROUNDS} turns of ${REQUESTS};`,
    `${machine()}. The last line is the error of the measurement.`,
    '',
    '| observed by | a request | more | ratio |',
    '| --- | --- | --- | --- |',
    ...rows,
  ];
  writePart('bench/OBSERVE.md', 'observe', lines, '# What observing costs');
  process.stdout.write(`${lines.join('\n')}\n`);
}

await (process.argv[2] === 'serve' ? serve() : measure());

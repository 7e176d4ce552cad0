// What logs, metrics and traces cost a request, in processor time of the server: node bench/observe.mjs
// NEO4J_URI and NEO4J_PASSWORD name a graph that holds something. BASELINE=<folder of another dist> adds a contender.
// Servers run side by side and are asked in turns, so that what else the machine does strikes all of them alike.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import getPort from 'get-port';
import { machine, median, writePart } from './report.mjs';

const ROUNDS = 100;
const REQUESTS = 20;
const WARM_UP = 15;
const QUERY = JSON.stringify({
  query: 'query Small { researchers(first: 1) { nodes { id name works(first: 5) { nodes { id title } } } } }',
});

const collector = createServer((request, response) => {
  request.resume();
  request.once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
}).listen(0, '127.0.0.1');
await once(collector, 'listening');
const QUIET = { METRICS: 'off', LOG_LEVEL: 'silent' };
const contenders = [
  ...(process.env.BASELINE ? [['before all this', QUIET, process.env.BASELINE]] : []),
  ['none of it', QUIET],
  ['logs', { METRICS: 'off' }],
  ['metrics', { LOG_LEVEL: 'silent' }],
  ['logs and metrics, as by default', {}],
  ['and traces', { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.address().port}` }],
];

async function start([name, variables, dist = 'dist']) {
  const PORT = String(await getPort());
  const env = { ...process.env, RATE_LIMIT: 'off', WARM_UP: 'off', AUTH_ISSUER: 'off', PORT, ...variables };
  const server = spawn('node', [join(dist, 'main.js'), 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  server.stdout.resume();
  await new Promise((resolve, reject) => {
    server.stderr.on('data', (chunk) => String(chunk).includes('answers at') && resolve());
    server.once('exit', () => reject(new Error(`${name}: the server ended`)));
  });
  return { name, server, url: `http://127.0.0.1:${PORT}/graphql`, ratios: [] };
}

/** Processor time that all threads of a process had, in milliseconds. */
function spentBy({ server }) {
  const threads = readdirSync(`/proc/${server.pid}/task`);
  const nanoseconds = (thread) =>
    Number(readFileSync(`/proc/${server.pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
  return threads.reduce((sum, thread) => sum + nanoseconds(thread), 0) / 1e6;
}

async function ask({ url }) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: QUERY });
  const { errors } = await answer.json();
  if (errors) throw new Error(errors[0].message);
}

const chosen = process.argv.slice(2);
const running = [];
for (const contender of contenders.filter(([name]) => chosen.length === 0 || chosen.includes(name)))
  running.push(await start(contender));
const spent = new Map(running.map((server) => [server, []]));
for (let round = 0; round < WARM_UP + ROUNDS; round++)
  for (const server of round % 2 ? [...running].reverse() : running) {
    const before = spentBy(server);
    for (let at = 0; at < REQUESTS; at++) await ask(server);
    if (round >= WARM_UP) spent.get(server).push((spentBy(server) - before) / REQUESTS);
  }
const base = spent.get(running.find(({ name }) => name === 'none of it'));
const rows = running.map((server) => {
  const times = spent.get(server);
  const ratios = times.map((time, round) => time / base[round]);
  return `| ${server.name} | ${median(times).toFixed(2)} ms | ${median(ratios).toFixed(3)} |`;
});
for (const { server } of running) server.kill('SIGTERM');
collector.close();
const lines = [
  `Processor time of the server for one small request: medians of ${ROUNDS} turns of ${REQUESTS}; ${machine()}.`,
  '',
  '| observed by | a request | ratio, turn by turn |',
  '| --- | --- | --- |',
  ...rows,
];
writePart('bench/OBSERVE.md', 'observe', lines, '# What observing costs');
process.stdout.write(`${lines.join('\n')}\n`);

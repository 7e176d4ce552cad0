// Load on any server, from the command line or from other benchmarks:
//   node bench/load.mjs http://127.0.0.1:4000/graphql --query '{ graph { version } }' --connections 16 --seconds 10
//   node bench/load.mjs http://127.0.0.1:4000/graphql --query-file slice.graphql --ids ids.txt --rate 200
// With --connections each sends its next request when the last one was answered. With --rate requests are due at that rate
// whatever the server does, and their times count from when they were due: a server that stands still for a second shows it
// in all requests that were due meanwhile. Exits with 1 where a request failed.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Pool } from 'undici';

const PATIENCE = 30_000;
/** Connections of a load by rate; what comes while all are taken waits, and its time goes on. */
const MOST_CONNECTIONS = 256;
const REASONS = 3;
const PAUSE = 1_000;
const PLANNED_WITHIN = 120_000;

/** An answer that is none: errors of GraphQL come with status 200, and a null without errors is of an unknown id. */
const isEmpty = (body) => body.includes('"errors":[') || /^\{"data":(null|\{"\w+":null)/.test(body);

/**
 * Sends requests to one origin over connections that stay open. `send({ method, path, headers, body })` resolves to the
 * body's text; it rejects where there is no answer within 30 s, none with status 200, or none with data.
 */
export function httpSender(origin, connections = MOST_CONNECTIONS) {
  const pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: PATIENCE, bodyTimeout: PATIENCE });
  // `dispatch` alone: a third of the processor time that `request` and its streams take from those who share the machine.
  const send = (request) =>
    new Promise((done, fail) => {
      const pieces = [];
      let status;
      pool.dispatch(request, {
        onRequestStart() {},
        onResponseStart(_, statusCode) {
          status = statusCode;
        },
        onResponseData(_, piece) {
          pieces.push(piece);
        },
        onResponseEnd() {
          const text = (pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)).toString();
          if (status === 200 && !isEmpty(text)) done(text);
          else fail(new Error(`${status} ${text.slice(0, 200)}`));
        },
        onResponseError(_, error) {
          fail(error);
        },
      });
    });
  return { send, close: () => pool.close() };
}

const HEADERS = { 'content-type': 'application/json' };

/** A request of GraphQL as `send` takes it. */
export const post = (query, variables, path = '/graphql') => ({
  ...{ method: 'POST', path, headers: HEADERS },
  body: JSON.stringify({ query, variables }),
});

/** Counts and times what is sent. Milliseconds; times of failed requests count nowhere. */
function counter(seconds) {
  const begun = performance.now();
  const times = [];
  const reasons = new Set();
  let failed = 0;
  let last = begun;
  const end = begun + seconds * 1_000;
  async function one(act, due) {
    try {
      await act();
      last = performance.now();
      times.push(last - due);
    } catch (error) {
      failed++;
      if (reasons.size < REASONS) reasons.add(error.message || String(error.code ?? error));
    }
  }
  const report = () => {
    const sorted = Float64Array.from(times).sort();
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
    const percentiles = { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
    const rate = times.length === 0 ? 0 : (times.length * 1_000) / (last - begun);
    return { rate, answered: times.length, failed, ...percentiles, reasons: [...reasons] };
  };
  return { begun, end, one, report };
}

/**
 * Load by so many connections for some seconds: each acts again when it has done. `act()` is one request. Gives `rate` (answers
 * a second, until the last one), `answered`, `failed`, `reasons` of some failures, `p50 p95 p99 max` in ms.
 */
export async function closedLoop(act, { connections, seconds, until = () => false }) {
  const { end, one, report } = counter(seconds);
  const connection = async () => {
    while (performance.now() < end && !until()) await one(act, performance.now());
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return report();
}

/** Load at so many requests a second, evenly, whatever becomes of them; gives what `closedLoop` gives, times from when due. */
export async function openLoop(act, { rate, seconds }) {
  const { begun, end, one, report } = counter(seconds);
  const all = [];
  for (let sent = 0, due = begun; due < end; sent++, due = begun + (sent * 1_000) / rate) {
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    all.push(one(act, due));
  }
  await Promise.all(all);
  return report();
}

/** Before a database has planned a statement, the time of a request may not be enough: asked again then. */
export async function patiently(act) {
  for (const begun = performance.now(); ; await sleep(PAUSE)) {
    try {
      return await act();
    } catch (error) {
      if (performance.now() - begun > PLANNED_WITHIN) throw error;
      process.stderr.write(`Asked again: ${error.message}\n`);
    }
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      query: { type: 'string' },
      'query-file': { type: 'string' },
      variables: { type: 'string', default: '{}' },
      ids: { type: 'string' },
      connections: { type: 'string', default: '16' },
      rate: { type: 'string' },
      seconds: { type: 'string', default: '10' },
    },
  });
  const [address] = positionals;
  if (!address) throw new Error('Say which address: node bench/load.mjs http://127.0.0.1:4000/graphql --query TEXT');
  const { origin, pathname, search } = new URL(address);
  const query = values['query-file'] ? readFileSync(values['query-file'], 'utf8') : values.query;
  const ids = values.ids ? readFileSync(values.ids, 'utf8').split('\n').filter(Boolean) : null;
  const variables = JSON.parse(values.variables);
  let turn = 0;
  // Each request is about the next of the ids, as variable $id or as the end of the address.
  const request = () => {
    const id = ids?.[turn++ % ids.length];
    if (query) return post(query, id ? { ...variables, id } : variables, pathname);
    return { method: 'GET', path: `${pathname}${id ? encodeURIComponent(id) : ''}${search}` };
  };
  const [seconds, rate, connections] = [values.seconds, values.rate ?? 0, values.connections].map(Number);
  const sender = httpSender(origin, rate ? MOST_CONNECTIONS : connections);
  const act = () => sender.send(request());
  const report = await (rate ? openLoop(act, { rate, seconds }) : closedLoop(act, { connections, seconds }));
  await sender.close();
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (report.failed > 0) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) await main();

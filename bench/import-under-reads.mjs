// Online import into a graph that is read meanwhile:
//   npm run build && node bench/import-under-reads.mjs /tmp/graph-300k [--seconds 10] [--rounds 5] [--works 2000]
// The home is one of bench/generate.mjs that runs nowhere; the import goes into a copy of it, which is removed. 16 connections
// ask for slices of random researchers, first alone, then while new works by people of that graph are imported by another
// process. Writes bench/RESULTS.md. Exits with 1 where a request failed or the import left something out.

import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { closedLoop, httpSender } from './load.mjs';
import { writeNewcomers } from './newcomers.mjs';
import { PeerDatabase } from './peers/database.mjs';
import { questions } from './peers/questions.mjs';
import { randomFrom } from './random.mjs';
import { endOf, goal, machine, median, writePart } from './report.mjs';
import { databaseOf, Processes, peakOf, resetPeak, serve } from './servers.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '5' },
    works: { type: 'string', default: '2000' },
  },
});
if (!positionals[0]) throw new Error('Say which home: node bench/import-under-reads.mjs HOME');
const source = resolve(positionals[0]);
const [SECONDS, ROUNDS, WORKS] = [values.seconds, values.rounds, values.works].map(Number);
const CONNECTIONS = 16;
const RESEARCHERS = 3_000;
/** An import that takes longer is ended: seconds. */
const MOST_SECONDS = 600;
const [LEAST_RATE, MOST_SLOWER] = [200, 3];
const execute = promisify(execFile);

const folder = mkdtempSync(join(dirname(source), 'import-under-reads-'));
const home = join(folder, 'home');
const processes = new Processes();
let [database, sender] = [];
try {
  mkdirSync(home);
  // Homes of one folder share their jars by a link, which leads nowhere from a copy.
  symlinkSync(realpathSync(join(source, 'jars')), join(home, 'jars'));
  for (const part of ['neo4j', 'neo4j.json']) execFileSync('cp', ['-a', '--reflink=auto', join(source, part), home]);
  const { child, origin } = await serve(processes, { RESEARCH_GRAPH_HOME: home });
  const { environment } = databaseOf(home);
  database = new PeerDatabase(environment);
  sender = httpSender(origin);
  const { works } = await database.counts();
  const ids = await database.researchers(RESEARCHERS, 'random');

  /** Reads of that many seconds, or until the work beside them is done. */
  const read = (round, seconds, until) => {
    const random = randomFrom(round + 2);
    const act = () => sender.send(questions.ours.slice(ids[Math.floor(random() * ids.length)]));
    return closedLoop(act, { connections: CONNECTIONS, seconds, until });
  };
  async function importPart(part) {
    const file = join(folder, `${part}.jsonl.gz`);
    const rejects = `${file}.rejects`;
    const args = ['dist/main.js', 'import', file, '--mode', 'online', '--json', '--rejects', rejects];
    const env = { ...process.env, NODE_ENV: 'production', ...environment, RESEARCH_GRAPH_HOME: home };
    const { stdout } = await execute(process.execPath, args, { env, timeout: MOST_SECONDS * 1_000 });
    const { kinds, seconds } = JSON.parse(stdout);
    return { rate: kinds.work.read / seconds, missing: WORKS - kinds.work.created };
  }

  const rounds = [];
  let [failed, missing] = [0, 0];
  // The first round warms up.
  for (let round = -1; round < ROUNDS; round++) {
    const part = round + 1;
    await writeNewcomers(join(folder, `${part}.jsonl.gz`), { works, count: WORKS, part });
    resetPeak(child.pid);
    const alone = await read(round, SECONDS);
    let done = false;
    const importing = importPart(part).finally(() => {
      done = true;
    });
    const [beside, imported] = await Promise.all([read(round, MOST_SECONDS, () => done), importing]);
    if (round >= 0) failed += alone.failed + beside.failed;
    missing += imported.missing;
    const figures = {
      ...{ rate: imported.rate, reads: alone.rate, p50: alone.p50, p99: alone.p99 },
      ...{ p50Beside: beside.p50, p99Beside: beside.p99, slower: beside.p99 / alone.p99, memory: peakOf(child.pid) },
    };
    process.stderr.write(
      `${round} ${JSON.stringify({ ...figures, failed, missing, reasons: [...alone.reasons, ...beside.reasons] })}\n`,
    );
    if (round >= 0) rounds.push(figures);
  }
  const of = (figure) => median(rounds.map((each) => each[figure]));
  writePart(
    'bench/RESULTS.md',
    'import under reads',
    [
      '## Online import while others read',
      '',
      `\`node bench/import-under-reads.mjs\`: ${WORKS.toLocaleString('en')} new works a round into ${works.toLocaleString('en')}, by another process, while ${CONNECTIONS} connections ask for slices of random researchers without a pause. ${machine()}; load, server, import and Neo4j share it. Medians of ${ROUNDS} rounds after one to warm up; load average at the end ${loadavg()[0].toFixed(1)}. Requests that failed: ${failed}; works missing: ${missing}.`,
      '',
      '| what | | goal |',
      '| --- | --: | --- |',
      `| works/s | ${of('rate').toFixed(0)} | ${goal(of('rate') >= LEAST_RATE, `at least ${LEAST_RATE}`)} |`,
      `| reads without import: requests/s, p50, p99 | ${of('reads').toFixed(0)}, ${of('p50').toFixed(1)} ms, ${of('p99').toFixed(1)} ms | |`,
      `| reads beside it: p50, p99 | ${of('p50Beside').toFixed(1)} ms, ${of('p99Beside').toFixed(1)} ms | |`,
      `| p99 beside it to p99 without | ${of('slower').toFixed(2)} | ${goal(of('slower') <= MOST_SLOWER, `at most ${MOST_SLOWER}`)} |`,
      `| most memory of the server's Node | ${Math.max(...rounds.map(({ memory }) => memory)).toFixed(0)} MB | |`,
    ],
    '# Results',
  );
  if (missing > 0) process.exitCode = 1;
  endOf('import-under-reads', failed);
} finally {
  await sender?.close();
  await database?.close();
  await processes.stop();
  rmSync(folder, { recursive: true, force: true });
}

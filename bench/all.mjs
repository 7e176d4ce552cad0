// All benchmarks, one after another, each on its own: npm run bench -- /tmp/graphs [--only peers,scale] [--openalex WORKS.gz]
// [--names NAMES.jsonl]. Made-up graphs that the folder lacks are generated there: some 8 GB with the largest. Without --openalex
// (compressed files of OpenAlex works, given one by one) imports are not measured, without --names (bench/identity.mjs) namesakes are not. Each
// writes its part of bench/RESULTS.md or of the file named in its head. Exits with 1 where one of them did; the others run on.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { layoutOf } from '../dist/neo4j/layout.js';
import { writeHead } from './head.mjs';
import { databaseOf, Processes, serve } from './servers.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    openalex: { type: 'string', multiple: true, default: [] },
    names: { type: 'string' },
    small: { type: 'boolean', default: false },
  },
});
if (!positionals[0]) throw new Error('Say in which folder graphs may lie: npm run bench -- FOLDER');
const folder = resolve(positionals[0]);
/** --small tries whether all of it runs. The figures then tell nothing, and are written beside the graphs. */
const SIZES = values.small ? [1_000, 2_000, 3_000] : [10_000, 300_000, 1_000_000];
const brief = values.small ? ['--seconds', '1', '--rounds', '1'] : [];
if (values.small) process.env.BENCH_RESULTS = folder;
const [small, middle, large] = SIZES;

/** Runs a script of this folder, and tells whether it ended well. */
async function run(script, args = [], environment = {}) {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [`bench/${script}.mjs`, ...args], { stdio: 'inherit', env });
  return (await once(child, 'exit'))[0] === 0;
}

/** A home below the folder, which shares the jars of the others. */
function furnished(name) {
  const home = join(folder, name);
  mkdirSync(join(folder, 'jars'), { recursive: true });
  mkdirSync(home, { recursive: true });
  if (!existsSync(join(home, 'jars'))) symlinkSync(join(folder, 'jars'), join(home, 'jars'));
  return home;
}

/** Reads a graph's files once: measured are servers that have run for a while, not a disk from which nobody read yet. */
async function readThrough(home) {
  const files = readdirSync(layoutOf(home).data, { recursive: true, withFileTypes: true });
  for (const file of files.filter((each) => each.isFile()))
    await finished(createReadStream(join(file.parentPath, file.name)).resume());
  return home;
}

/** The home of a made-up graph, generated when first asked for; whole, or not there. */
async function graph(works) {
  const home = join(folder, `graph-${works}`);
  if (existsSync(home)) return readThrough(home);
  const name = `graph-${works}.unfinished`;
  rmSync(join(folder, name), { recursive: true, force: true });
  if (!(await run('generate', [String(works), furnished(name)])))
    throw new Error(`The graph of ${works} works was not made`);
  renameSync(join(folder, name), home);
  return home;
}

/** Runs a benchmark against a server that is started on a home for it. */
async function onServer(home, act) {
  const processes = new Processes();
  try {
    const { origin } = await serve(processes, { RESEARCH_GRAPH_HOME: home });
    return await act(origin, databaseOf(home).environment);
  } finally {
    await processes.stop();
  }
}

const { openalex, names } = values;
const underReads = values.small ? ['--works', '200'] : [];
/** Each says whether it ended well; null: what it needs was not given. */
const BENCHMARKS = {
  peers: async () => run('peers', [await graph(middle), ...brief]),
  scale: async () => run('scale', [await graph(small), await graph(large), ...brief]),
  'import-under-reads': async () => run('import-under-reads', [await graph(middle), ...brief, ...underReads]),
  reads: async () => onServer(await graph(middle), (origin) => run('reads', [origin])),
  observe: async () => onServer(await graph(middle), (_, environment) => run('observe', [], environment)),
  page: () => onServer(furnished('demo'), (origin) => run('page', [origin])),
  'identity-speed': () =>
    onServer(furnished('demo'), (origin) => run('identity-speed', [origin, join(folder, 'demo')])),
  identity: () => (names ? run('identity', [names]) : null),
  import: () => (openalex[0] ? run('import', [openalex[0]]) : null),
  'import-online': () => (openalex[0] ? run('import-online', openalex) : null),
};

const wanted = values.only?.split(',') ?? Object.keys(BENCHMARKS);
const unknown = wanted.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) throw new Error(`No benchmark ${unknown}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
mkdirSync(folder, { recursive: true });
/** How each ended when it last ran with this folder. */
const noted = join(folder, 'benchmarks.json');
const ends = existsSync(noted) ? JSON.parse(readFileSync(noted, 'utf8')) : {};
for (const name of wanted) {
  process.stderr.write(`\n== ${name}\n`);
  const begun = performance.now();
  let well = false;
  try {
    well = await BENCHMARKS[name]();
  } catch (error) {
    process.stderr.write(`${name}: ${error.message}\n`);
  }
  ends[name] = { well, seconds: (performance.now() - begun) / 1_000, day: new Date().toISOString().slice(0, 10) };
}
writeFileSync(noted, JSON.stringify(ends));
writeHead(ends);
for (const name of wanted) {
  const { well, seconds } = ends[name];
  const how = well === null ? 'not run: its file was not given' : well ? 'done' : 'FAILED';
  process.stderr.write(`${name.padEnd(20)} ${how}, ${seconds.toFixed(0)} s\n`);
}
if (wanted.some((name) => ends[name].well === false)) process.exitCode = 1;

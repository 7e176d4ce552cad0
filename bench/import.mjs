// Bulk import against what its two engines take alone: npm run build && node bench/import.mjs [FILE.gz] [COPIES]
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { findInputs } from '../dist/ingest/files.js';
import { runAdmin } from '../dist/neo4j/run-admin.js';
import { projectPath } from '../dist/project.js';
import { copiesOf } from './copies.mjs';
import { machine, median, writePart } from './report.mjs';

const ROUNDS = 5;
const execute = promisify(execFile);
const home = projectPath('bench', '.work', 'home');
const csv = projectPath('bench', '.work', 'csv');
const file = process.argv[2] ?? projectPath('..', 'shared', 'data', 'openalex', 'works', 'part_000.gz');
const copies = Number(process.argv[3] ?? 12);

async function seconds(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function importOnce(path, ...keepCsv) {
  const { stdout } = await execute('node', [projectPath('bench', 'import-once.mjs'), home, path, ...keepCsv]);
  return JSON.parse(stdout);
}

/** Reads every line as JSON and counts: the least that DuckDB can do with the files. */
async function countRaw(paths) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const list = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(', ');
  await connection.run(
    `SELECT count(*) FROM read_json_objects([${list}], format = 'newline_delimited', maximum_object_size = 67108864)`,
  );
  instance.closeSync();
}

/** neo4j-admin alone, in the folder of a CSV that is ready. */
async function storeCsv(args) {
  const here = process.cwd();
  process.chdir(csv);
  try {
    await runAdmin(home, args);
  } finally {
    process.chdir(here);
  }
}

async function measure(path) {
  const inputs = (await findInputs([path])).map((input) => input.path);
  rmSync(csv, { recursive: true, force: true });
  await importOnce(path, csv);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const counting = await seconds(() => countRaw(inputs));
    const storing = await seconds(() => storeCsv([`@${join(csv, 'neo4j-admin.args')}`]));
    const whole = await importOnce(path);
    const ratio = whole.seconds / (counting + storing);
    rounds.push({
      counting,
      storing,
      ratio,
      whole: whole.seconds,
      works: whole.kinds.work.created,
      mb: whole.megabytes,
    });
    process.stderr.write(`${JSON.stringify(rounds.at(-1))}\n`);
  }
  return Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((figures) => figures[key]))]));
}

if (!existsSync(file)) throw new Error(`${file} does not exist: name a compressed file of OpenAlex works`);
mkdirSync(home, { recursive: true });
const several = await copiesOf(file, copies, projectPath('bench', '.work', `${basename(file, '.gz')}-${copies}`));
const rows = [
  [basename(file), await measure(file)],
  [`${copies} copies, other ids`, await measure(several)],
];
const table = rows.map(
  ([name, { counting, storing, whole, ratio, works, mb }]) =>
    `| ${name} | ${works.toLocaleString('en')} | ${counting.toFixed(2)} | ${storing.toFixed(1)} | ${whole.toFixed(1)} | ${ratio.toFixed(2)} | ${Math.round(mb)} |`,
);
writePart(projectPath('bench', 'IMPORT.md'), 'bulk', [
  '## Bulk',
  '',
  `\`node bench/import.mjs\`, medians of ${ROUNDS}. ${machine()}.`,
  '"DuckDB counts": it reads every line of the files as JSON and counts them. "neo4j-admin": it alone, on the ready CSV.',
  'The ratio is that of the whole import to the sum of these two. Memory is that of our process, DuckDB in it.',
  '',
  '| files | works | DuckDB counts, s | neo4j-admin, s | whole import, s | ratio | memory, MB |',
  '| --- | --: | --: | --: | --: | --: | --: |',
  ...table,
]);

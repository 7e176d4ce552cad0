// A made-up scholarly graph of any size, straight to neo4j-admin:
//   npm run build && node bench/generate.mjs 1000000 /tmp/graph-1m
//   RESEARCH_GRAPH_HOME=/tmp/graph-1m RATE_LIMIT=off node dist/main.js serve
// The second argument is the home of an embedded database that holds nothing yet. The same number of works gives the same
// graph. Shapes are those of the real graph: a third as many researchers as works, works by one to seven people who know each
// other, few who write much, topics and institutions of which the largest has a tenth of all works.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SCHEMA_VERSION } from '../dist/core/graph-schema.js';
import { adminArguments, writeCsv } from '../dist/ingest/bulk/csv-files.js';
import { withGraphTables } from '../dist/ingest/bulk/graph-tables.js';
import { RecordWriter } from '../dist/ingest/bulk/record-writer.js';
import { runAdmin } from '../dist/neo4j/run-admin.js';
import { syntheticGraph } from './synthetic.mjs';

const [works, home] = [Number(process.argv[2]), process.argv[3]];
if (!Number.isInteger(works) || works < 1_000 || !home)
  throw new Error('Say how many works, from 1000, and in which home: node bench/generate.mjs 100000 /tmp/graph');

const { sizes, ...records } = syntheticGraph(works);

await mkdir(home, { recursive: true });
const folder = await mkdtemp(join(home, 'generate-'));
const rows = join(folder, 'rows');
const csv = join(folder, 'csv');
await Promise.all([mkdir(rows), mkdir(csv)]);
const stages = [];
let begun = performance.now();
function stage(name) {
  stages.push([name, (performance.now() - begun) / 1_000]);
  begun = performance.now();
  process.stderr.write(`${name}: ${stages.at(-1)[1].toFixed(1)} s\n`);
}

const writer = new RecordWriter(rows, 0);
let sequence = 0;
const write = (record) => writer.write(sequence++, record);
// Works last: they name the others.
for (const kind of ['topic', 'institution', 'researcher', 'work'])
  for (let at = 0; at < sizes[`${kind}s`]; at++) write(records[kind](at));
const longestRow = writer.close();
stage('records written');
const facts = { source: 'generated', maxAuthors: 100, now: new Date().toISOString(), schemaVersion: SCHEMA_VERSION };
await withGraphTables(rows, longestRow, facts, (connection) => writeCsv(connection, csv));
stage('edges and figures derived');
try {
  await runAdmin(home, adminArguments(csv, 'neo4j', longestRow), { onProgress: () => undefined, replaces: 'neo4j' });
  stage('stored by neo4j-admin');
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(
  `${Object.entries(sizes)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')}\n`,
);

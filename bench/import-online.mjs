// Online import into a fresh server and then into the warm one: npm run build && node bench/import-online.mjs [FILE.gz …]
import { existsSync, mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { Database } from '../dist/core/database.js';
import { applySchema } from '../dist/core/graph-schema.js';
import { loadStatements } from '../dist/core/queries.js';
import { findInputs } from '../dist/ingest/files.js';
import { importOnline } from '../dist/ingest/online/import-online.js';
import { readRecords } from '../dist/ingest/read-records.js';
import { recogniseFiles } from '../dist/ingest/recognise.js';
import { startEmbedded } from '../dist/neo4j/embedded.js';
import { resetEmbedded } from '../dist/neo4j/running.js';
import { projectPath } from '../dist/project.js';
import { machine, median, writePart } from './report.mjs';

const ROUNDS = 5;
const MAX_AUTHORS = 100;
const home = projectPath('bench', '.work', 'online-home');
const given = process.argv.slice(2);
const files =
  given.length > 0
    ? given
    : ['part_000.gz', 'part_001.gz'].map((name) => projectPath('..', 'shared', 'data', 'openalex', 'works', name));

async function importFile(database, file) {
  const files = await recogniseFiles(await findInputs([file]));
  const records = readRecords(files, { onReject: () => {} });
  const { kinds, seconds } = await importOnline(database, records, { maxAuthors: MAX_AUTHORS });
  return kinds.work.read / seconds;
}

/** Works per second of each file in turn, in a server that starts empty. */
async function round() {
  await resetEmbedded(home);
  const server = await startEmbedded({ home });
  const address = { uri: server.boltUri, user: server.user, password: server.password, database: 'neo4j' };
  const database = new Database({ ...address, statementTimeout: 60_000 }, loadStatements(projectPath('cypher')));
  try {
    await applySchema(database, { maxAuthors: MAX_AUTHORS });
    const rates = [];
    for (const file of files) rates.push(await importFile(database, file));
    process.stderr.write(`${JSON.stringify(rates)}\n`);
    return rates;
  } finally {
    await database.close();
    await server.stop();
  }
}

for (const file of files)
  if (!existsSync(file)) throw new Error(`${file} does not exist: name files of OpenAlex works`);
mkdirSync(home, { recursive: true });
const rounds = [];
for (let count = 0; count < ROUNDS; count++) rounds.push(await round());
await resetEmbedded(home);
writePart(projectPath('bench', 'IMPORT.md'), 'online', [
  '## Online',
  '',
  `\`node bench/import-online.mjs\`, medians of ${ROUNDS}. ${machine()}; reader, driver and server share them.`,
  'Chunks of 500, all edges and figures written with each: the first file into a server that has just started, empty;',
  'the others after it.',
  '',
  '| file | works/s |',
  '| --- | --: |',
  ...files.map((file, place) => `| ${basename(file)} | ${Math.round(median(rounds.map((rates) => rates[place])))} |`),
]);

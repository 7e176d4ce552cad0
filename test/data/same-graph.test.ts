import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findInputs } from '../../src/ingest/files.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { readRecords } from '../../src/ingest/read-records.js';
import { recogniseFiles } from '../../src/ingest/recognise.js';
import type { GraphRecord } from '../../src/ingest/records.js';
import { build, researchGraph } from '../support/built-command.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { graphChecksum } from '../support/openalex-file.js';
import { batchesFrom } from '../support/records.js';

const folder = join(__dirname, '..', '..', '..', 'shared', 'data', 'openalex');
const present = existsSync(folder);
if (!present) console.warn(`${folder} is not there: the comparison of imports of real records is skipped`);

/** The same records in another order, the same each time. */
function shuffled(records: readonly GraphRecord[]): GraphRecord[] {
  const all = [...records];
  let state = 7;
  for (let at = all.length - 1; at > 0; at--) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    [all[at], all[other]] = [all[other] as GraphRecord, all[at] as GraphRecord];
  }
  return all;
}

(present ? describe : describe.skip)('all real OpenAlex records', () => {
  let home: string;
  let graph: TestDatabase;
  let inBulk: string;
  let records: GraphRecord[];

  beforeAll(async () => {
    await build();
    home = newHome('same-');
    const summary = JSON.parse(await researchGraph(home, 'import', folder, '--json'));
    expect(summary.mode).toBe('bulk');
    await researchGraph(home, 'db', 'start');
    const { boltUri, password } = JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
    graph = await openTestDatabase(boltUri, password);
    inBulk = await graphChecksum(graph);
    records = [];
    const files = await recogniseFiles(await findInputs([folder]));
    for await (const batch of readRecords(files, { onReject: () => undefined }))
      records.push(...(batch.records as readonly GraphRecord[]));
  }, 600_000);
  afterAll(async () => {
    await graph?.database.close();
    await researchGraph(home, 'db', 'stop');
    rmSync(home, { recursive: true });
  });

  const online = (all: readonly GraphRecord[]) =>
    importOnline(graph.database, batchesFrom('openalex', all), { maxAuthors: 100 });

  test('imported in bulk and then again online make the same graph', async () => {
    const { kinds } = await online(records);
    expect(kinds.work).toMatchObject({ created: 0, updated: 0 });
    expect(await graphChecksum(graph)).toBe(inBulk);
  }, 600_000);

  test('imported online in another order, once and twice, make the graph that the bulk import makes', async () => {
    await wipe(graph);
    const mixed = shuffled(records);
    await online(mixed);
    expect(await graphChecksum(graph)).toBe(inBulk);
    await online(mixed.reverse());
    expect(await graphChecksum(graph)).toBe(inBulk);
  }, 600_000);
});

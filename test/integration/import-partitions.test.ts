import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { summaryText } from '../../src/cli/import-summary.js';
import { readConfig } from '../../src/config.js';
import { importEnvironment } from '../../src/import-environment.js';
import { type ImportOptions, type ImportResult, runImport } from '../../src/ingest/import.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { checksum } from '../support/openalex-file.js';

let graph: TestDatabase;
let folder: string;
let snapshot: string;
beforeAll(async () => {
  graph = await openTestDatabase();
});
beforeEach(async () => {
  await wipe(graph);
  folder = mkdtempSync(join(tmpdir(), 'research-graph-partitions-'));
  snapshot = join(folder, 'openalex-snapshot');
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(async () => {
  await wipe(graph);
  await graph.database.close();
});

const place = (date: string, entity = 'works', part = 0) => `${entity}/updated_date=${date}/part_00${part}.gz`;
const workLine = (id: number, date: string, title = `Work ${id}`) =>
  JSON.stringify({ id: `https://openalex.org/W${id}`, title, updated_date: date });

/** Writes works of one day into the snapshot. */
function store(key: string, ids: readonly number[], title?: string): void {
  const path = join(snapshot, 'data', key);
  const date = /\d{4}-\d\d-\d\d/.exec(key)?.[0] ?? '';
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, gzipSync(ids.map((id) => `${workLine(id, date, title)}\n`).join('')));
}

const variables = () => ({
  NEO4J_URI: process.env.TEST_NEO4J_URI,
  NEO4J_USER: 'neo4j',
  NEO4J_PASSWORD: process.env.TEST_NEO4J_PASSWORD,
  RESEARCH_GRAPH_HOME: folder,
});

async function run(options: Partial<ImportOptions> = {}, changed: NodeJS.ProcessEnv = {}): Promise<ImportResult> {
  const environment = importEnvironment(readConfig({ ...variables(), ...changed }), () => {});
  try {
    return await runImport(
      {
        ...{ paths: [snapshot], format: 'auto', mode: 'auto', again: false, dryRun: false },
        ...{ rejects: join(folder, 'rejects.jsonl') },
        ...options,
      },
      environment,
    );
  } finally {
    await environment.close();
  }
}
/** How many works were read, and how many files passed over. */
const counts = ({ summary }: ImportResult) => [summary.kinds.work.read, summary.passedOver];

const imported = async () =>
  (await graph.query('MATCH (f:ImportedFile) RETURN f.key AS key ORDER BY f.key')).map(({ key }) => key);
const titleOf = async (id: string) =>
  (await graph.query('MATCH (w:Work {id: $id}) RETURN w.title AS title', { id }))[0]?.title;

describe('a snapshot that was imported', () => {
  const [old, recent] = [place('2024-01-01'), place('2024-05-01')];
  beforeEach(async () => {
    store(old, [1, 2, 3]);
    store(recent, [4, 5]);
    expect(counts(await run())).toEqual([5, 0]);
  });

  test('is not read again, and the summary says so', async () => {
    expect(await imported()).toEqual([old, recent]);
    const [before] = await graph.query("MATCH (s:Source {name: 'openalex'}) RETURN s.lastImportAt AS at");
    const result = await run();
    expect(counts(result)).toEqual([0, 2]);
    expect(summaryText(result)).toContain('Files passed over, since the graph holds what is in them: 2.');
    const [after] = await graph.query("MATCH (s:Source {name: 'openalex'}) RETURN s.lastImportAt AS at");
    expect(String(after?.at) > String(before?.at)).toBe(true);
  });

  test('is known again wherever it lies, also by the path of one of its folders', async () => {
    expect(counts(await run({ paths: [join(snapshot, 'data', 'works', 'updated_date=2024-05-01')] }))).toEqual([0, 1]);
  });

  test('is read again with --again', async () => {
    const result = await run({ again: true });
    expect(counts(result)).toEqual([5, 0]);
    expect(result.summary.kinds.work.unchanged).toBe(5);
  });

  test('of the next one a new day is read alone', async () => {
    store(place('2024-06-01'), [1], 'Changed');
    expect(counts(await run())).toEqual([1, 2]);
    expect(await titleOf('W1')).toBe('Changed');
    expect(counts(await run())).toEqual([0, 3]);
  });

  test('of the next one an older day that has lost records is not read, the newest that has grown is', async () => {
    store(old, [2]);
    store(recent, [4, 5, 6, 7]);
    expect(counts(await run())).toEqual([4, 1]);
    expect(await titleOf('W7')).toBe('Work 7');
    expect(counts(await run())).toEqual([0, 2]);
  });

  test('is asked by a dry run, which notes nothing', async () => {
    store(place('2024-06-01'), [1]);
    const before = await checksum(graph);
    expect(counts(await run({ dryRun: true }))).toEqual([1, 2]);
    expect(await checksum(graph)).toBe(before);
  });
});

test('a dry run leaves a database that has nothing without even a schema', async () => {
  store(place('2024-01-01'), [1]);
  await graph.query('DROP CONSTRAINT importedFileKey');
  expect(counts(await run({ dryRun: true }))).toEqual([1, 0]);
  expect(await graph.query("SHOW CONSTRAINTS YIELD name WHERE name = 'importedFileKey'")).toEqual([]);
});

test('a dry run starts no database', async () => {
  store(place('2024-01-01'), [1]);
  expect(counts(await run({ dryRun: true }, { NEO4J_URI: '' }))).toEqual([1, 0]);
  expect(readdirSync(folder)).toEqual(['openalex-snapshot']);
});

test('files outside the folders of days are read each time', async () => {
  const path = join(folder, 'part_000.gz');
  writeFileSync(path, gzipSync(workLine(1, '2024-01-01')));
  for (const _ of [1, 2]) expect(counts(await run({ paths: [path] }))).toEqual([1, 0]);
  expect(await imported()).toEqual([]);
});

test('an import that is killed goes on with the file that it was reading, and ends as an undisturbed one', async () => {
  const days = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01'];
  days.forEach((day, index) => {
    store(
      place(day),
      Array.from({ length: 1_300 }, (_, id) => index * 1_000 + id),
    );
  });
  await run();
  const undisturbed = await checksum(graph);
  await wipe(graph);

  const args = ['import', snapshot, '--mode', 'online', '--rejects', join(folder, 'rejects.jsonl')];
  const child = spawn('node', ['dist/main.js', ...args], { env: { ...process.env, ...variables() }, stdio: 'ignore' });
  const end = once(child, 'exit');
  while ((await imported()).length === 0 && child.exitCode === null) await setTimeout(5);
  child.kill('SIGKILL');
  await end;
  const done = await imported();
  expect(done).toEqual(days.slice(0, done.length).map((day) => place(day)));
  expect(done.length).toBeLessThan(days.length);

  expect(counts(await run())).toEqual([1_300 * (days.length - done.length), done.length]);
  expect(await checksum(graph)).toBe(undisturbed);
});

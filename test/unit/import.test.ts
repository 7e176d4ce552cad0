import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summaryText } from '../../src/cli/import-summary.js';
import { type ImportEnvironment, type ImportOptions, runImport } from '../../src/ingest/import.js';
import { countedAs, emptySummary } from '../../src/ingest/summary.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'research-graph-import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const state = { embedded: true, running: false, empty: true };
/** A graph that nothing may be written to. */
const untouchable: ImportEnvironment = {
  state: async () => state,
  importedFiles: async () => [],
  online: () => Promise.reject(new Error('online')),
  bulk: () => Promise.reject(new Error('bulk')),
};

function options(content: string, more: Partial<ImportOptions> = {}): ImportOptions {
  const path = join(folder, 'a.jsonl');
  writeFileSync(path, content);
  const rejects = join(folder, 'import.rejects.jsonl');
  return { paths: [path], format: 'auto', mode: 'auto', again: false, dryRun: true, rejects, ...more };
}

const nameWithoutId = { author: { id: null, display_name: 'N' } };
const MIXED = [
  '{"id":"W1","title":"T"}',
  JSON.stringify({ id: 'W2', authorships: [nameWithoutId, nameWithoutId] }),
  '{"id":"A1"}',
  '{"id":"W3","title":5}',
  'no json',
  '{"id":"T1","display_name":"Top"}',
].join('\n');

test('a dry run counts by kind, writes the rejects with line and reason, and touches no graph', async () => {
  const given = options(MIXED);
  const { summary, rejects } = await runImport(given, untouchable);
  expect(summary).toMatchObject({ mode: 'dry-run', unrecognised: 1, namesWithoutId: 2 });
  expect(summary.kinds).toMatchObject({
    work: { read: 3, rejected: 1 },
    researcher: { read: 1, rejected: 0 },
    topic: { read: 1, rejected: 0 },
    institution: { read: 0, rejected: 0 },
  });
  expect(rejects).toBe(given.rejects);
  const lines = readFileSync(given.rejects, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { source: given.paths[0], line: 4, kind: 'work', reason: 'title must be text, found 5' },
    { source: given.paths[0], line: 5, kind: null, reason: expect.stringMatching(/^not JSON/) },
  ]);
});

test('without a reject there is no rejects file', async () => {
  const given = options('{"id":"W1","title":"T"}');
  expect((await runImport(given, untouchable)).rejects).toBeNull();
  expect(existsSync(given.rejects)).toBe(false);
});

test('the rejects never overwrite a file that is imported', async () => {
  const given = options(MIXED);
  await expect(runImport({ ...given, rejects: given.paths[0] ?? '' }, untouchable)).rejects.toThrow(/overwrite/);
  expect(readFileSync(given.paths[0] ?? '', 'utf8')).toBe(MIXED);
});

test('the listeners are told of all bytes of the files', async () => {
  const bytes: number[] = [];
  let total = 0;
  await runImport(options(MIXED), untouchable, { onStart: (size) => (total = size), onBytes: (n) => bytes.push(n) });
  expect(total).toBe(Buffer.byteLength(MIXED));
  expect(bytes.reduce((sum, n) => sum + n, 0)).toBe(total);
});

describe('the mode', () => {
  const modeOf = async (facts: Partial<typeof state>, more: Partial<ImportOptions> = {}) => {
    const environment: ImportEnvironment = {
      ...untouchable,
      state: async () => ({ ...state, ...facts }),
      online: async (batches) => {
        for await (const _ of batches);
        return emptySummary('online');
      },
      bulk: async () => emptySummary('bulk'),
    };
    return (await runImport(options('{"id":"W1","title":"T"}', { dryRun: false, ...more }), environment)).summary.mode;
  };

  test('is bulk by itself only for an embedded database that is stopped and empty', async () => {
    expect(await modeOf({})).toBe('bulk');
    expect(await modeOf({ embedded: false })).toBe('online');
    expect(await modeOf({ running: true })).toBe('online');
    expect(await modeOf({ empty: false })).toBe('online');
  });

  test('is the one asked for', async () => {
    expect(await modeOf({}, { mode: 'online' })).toBe('online');
    expect(await modeOf({ running: true }, { mode: 'bulk' })).toBe('bulk');
    expect(await modeOf({ running: true }, { csv: folder })).toBe('bulk');
    await expect(modeOf({}, { mode: 'online', csv: folder })).rejects.toThrow('--csv goes with --mode bulk alone.');
  });
});

test('an online import counts the rejects and the names that the graph never saw', async () => {
  const environment: ImportEnvironment = {
    ...untouchable,
    online: async (batches) => {
      const summary = emptySummary('online');
      for await (const { records } of batches)
        for (const record of records) {
          summary.kinds[countedAs(record)].read++;
          summary.kinds[countedAs(record)].created++;
        }
      return summary;
    },
  };
  const { summary } = await runImport(options(MIXED, { mode: 'online', dryRun: false }), environment);
  expect(summary.kinds.work).toEqual({ read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 });
  expect(summary).toMatchObject({ unrecognised: 1, namesWithoutId: 2 });
});

test('the summary is a table with a row for each kind', async () => {
  const text = summaryText(await runImport(options(MIXED), untouchable));
  expect(text).toMatch(/^ +read +rejected\n/);
  expect(text).toMatch(/\nworks +3 +1\n/);
  expect(text).toMatch(/Names on bylines that no author id stands for: 2\./);
  expect(text).toMatch(/Read, nothing written in \d+\.\d s\.\n$/);
});

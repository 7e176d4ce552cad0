import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BulkOptions, importBulk } from '../../src/ingest/bulk/import-bulk.js';
import { findInputs } from '../../src/ingest/files.js';
import type { Reject } from '../../src/ingest/records.js';

const folder = mkdtempSync(join(tmpdir(), 'bulk-test-'));
const workFolder = join(folder, 'work');
const realFile = join('..', 'shared', 'data', 'openalex', 'works', 'part_000.gz');

const author = (id: number, name: string) => ({ author: { id: `https://openalex.org/A${id}`, display_name: name } });
const workLine = (id: number, fields: object = {}) =>
  JSON.stringify({ id: `https://openalex.org/W${id}`, title: `Work ${id}`, publication_year: 2001, ...fields });

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  const text = `${lines.join('\n')}\n`;
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
}

async function bulk(paths: readonly string[], options: Partial<BulkOptions> = {}) {
  const rejects: Reject[] = [];
  const summary = await importBulk({
    inputs: await findInputs(paths),
    source: 'test',
    workFolder,
    maxAuthors: 100,
    runAdmin: async () => {},
    onReject: (reject) => rejects.push(reject),
    threads: 0,
    ...options,
  });
  return { summary, rejects };
}

/** The rows of a CSV folder, in an order of their own; the moment of the import is the same word everywhere. */
function csvRows(csv: string): Record<string, string[]> {
  const files = readdirSync(csv).filter((name) => name.endsWith('.csv'));
  const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;
  const rows = (name: string) => readFileSync(join(csv, name), 'utf8').replaceAll(moment, 'now').split('\n').sort();
  return Object.fromEntries(files.map((name) => [name, rows(name)]));
}

describe('a bulk import', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('counts every line once: as new, as older or repeated, as rejected, or as no record of any kind', async () => {
    const path = write('counts.jsonl', [
      workLine(1, { updated_date: '2024-01-02' }),
      workLine(1, { updated_date: '2024-01-01', title: 'Older' }),
      workLine(2, { authorships: [author(1, 'Ann'), { raw_author_name: 'Nobody' }] }),
      workLine(3, { cited_by_count: 'many' }),
      '{"broken',
    ]);
    const { summary } = await bulk([path]);
    expect(summary.kinds.work).toEqual({ read: 4, created: 2, updated: 0, unchanged: 1, rejected: 1 });
    expect(summary).toMatchObject({ mode: 'bulk', unrecognised: 1, namesWithoutId: 1, command: null });
  });

  it('names rejected lines by file and line in the order of reading, whichever thread met them', async () => {
    const lines = Array.from({ length: 6_000 }, (_, index) =>
      index % 1_000 === 7 ? 'no JSON' : workLine(index, { abstract_inverted_index: 'word '.repeat(200) }),
    );
    const paths = [write('a.jsonl.gz', lines), write('b.jsonl', lines)];
    const { rejects } = await bulk(paths, { threads: 2 });
    const expected = [8, 1008, 2008, 3008, 4008, 5008];
    expect(rejects.map(({ source, line }) => [source, line])).toEqual(
      paths.flatMap((path) => expected.map((line) => [path, line])),
    );
  });

  it('makes the same graph with threads as without', async () => {
    const lines = Array.from({ length: 4_000 }, (_, index) =>
      workLine(index % 3_000, {
        title: `Reading ${index}`,
        abstract_inverted_index: 'word '.repeat(200),
        referenced_works: [`https://openalex.org/W${(index * 7) % 3_000}`],
        authorships: [author(index % 50, `Name ${index}`), author(index % 49, `Other ${index}`)],
      }),
    );
    const path = write('threads.jsonl', lines);
    const [one, other] = [join(folder, 'csv-none'), join(folder, 'csv-threads')];
    await bulk([path], { keepCsv: one, threads: 0 });
    await bulk([path], { keepCsv: other, threads: 3 });
    expect(csvRows(other)).toEqual(csvRows(one));
    expect(csvRows(one)['node_work.csv']?.join()).toContain('Reading 3999');
  });

  it('hands neo4j-admin files that exist, and deletes its own afterwards', async () => {
    let seen: string[] = [];
    const runAdmin = async (args: readonly string[]) => {
      seen = args.filter((arg) => /^--(?:nodes|relationships)=/.test(arg)).flatMap((arg) => arg.split('=')[2] ?? '');
      for (const path of seen.flatMap((paths) => paths.split(','))) expect(existsSync(path)).toBe(true);
    };
    await bulk([write('one.jsonl', [workLine(1)])], { runAdmin });
    expect(seen).toHaveLength(16);
    expect(readdirSync(workFolder)).toEqual([]);
  });

  it('leaves no work files where neo4j-admin fails', async () => {
    const runAdmin = () => Promise.reject(new Error('the disk is on fire'));
    await expect(bulk([write('one.jsonl', [workLine(1)])], { runAdmin })).rejects.toThrow('the disk is on fire');
    expect(readdirSync(workFolder)).toEqual([]);
  });

  it.each([0, 2])('never reaches neo4j-admin with a file that is cut short (%i threads)', async (threads) => {
    const whole = gzipSync(Array.from({ length: 500 }, (_, index) => workLine(index)).join('\n'));
    const path = join(folder, 'cut.jsonl.gz');
    writeFileSync(path, whole.subarray(0, whole.length - 20));
    let reached = false;
    const runAdmin = async () => {
      reached = true;
    };
    await expect(bulk([path], { runAdmin, threads })).rejects.toThrow('cut short');
    expect(reached).toBe(false);
    expect(readdirSync(workFolder)).toEqual([]);
  });

  it('refuses before it reads where the disk is too small', async () => {
    const inputs = [{ path: join(folder, 'huge.gz'), bytes: 1e18, compression: 'gzip' as const }];
    await expect(bulk([], { inputs })).rejects.toThrow(/GB free; this import takes about/);
  });

  it('leaves CSV and a command that works wherever the folder is moved to', async () => {
    const keepCsv = join(folder, "operator's csv");
    mkdirSync(keepCsv);
    const { summary } = await bulk([write('one.jsonl', [workLine(1)])], { keepCsv });
    expect(summary.command).toBe(`cd '${folder}/operator'\\''s csv' && neo4j-admin @neo4j-admin.args`);
    const args = readFileSync(join(keepCsv, 'neo4j-admin.args'), 'utf8');
    expect(args).not.toContain(folder);
    expect(args).toContain('\n--nodes=Work=node_work.header.csv,node_work.csv\n');
  });

  const onRealFile = existsSync(realFile) ? it : it.skip;
  onRealFile('counts 14,000 real works as a plain recount of their JSON does', async () => {
    const keepCsv = join(folder, 'csv-real');
    const { summary } = await bulk([realFile], { keepCsv, threads: 2 });
    expect(summary.kinds.work.created).toBe(14_000);
    expect(summary.namesWithoutId).toBe(1_003);
    const count = (view: string) => readFileSync(join(keepCsv, `${view}.csv`), 'utf8').split('\n').length - 1;
    const views = ['researcher', 'topic', 'institution'].map((name) => count(`node_${name}`));
    expect(views).toEqual([29_375, 1_032, 4_785]);
    expect(count('edge_authored')).toBe(36_701);
    expect(count('edge_cites')).toBe(46_318);
    expect(count('edge_coauthor')).toBe(41_708);
    expect(count('edge_partner')).toBe(20_664);
    expect(count('edge_affiliated')).toBe(27_356);
  });
});

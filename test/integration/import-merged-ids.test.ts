import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readConfig } from '../../src/config.js';
import { importEnvironment } from '../../src/import-environment.js';
import { checkGraph } from '../../src/ingest/check.js';
import { runImport } from '../../src/ingest/import.js';
import { useFormerIds } from '../support/former-ids.js';

const graph = useFormerIds();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'research-graph-snapshot-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, ...lines: readonly string[]): void {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, gzipSync(`${lines.join('\n')}\n`));
}
const workLine = (id: string, author: string, ...references: string[]) =>
  JSON.stringify({
    id: `https://openalex.org/${id}`,
    title: id,
    updated_date: '2024-05-01',
    authorships: [{ author: { id: `https://openalex.org/${author}`, display_name: author }, institutions: [] }],
    referenced_works: references.map((one) => `https://openalex.org/${one}`),
  });

async function importFolder({ again = true, paths = [folder] } = {}) {
  const { TEST_NEO4J_URI: NEO4J_URI, TEST_NEO4J_PASSWORD: NEO4J_PASSWORD } = process.env;
  const config = readConfig({ NEO4J_URI, NEO4J_USER: 'neo4j', NEO4J_PASSWORD, RESEARCH_GRAPH_HOME: folder });
  const environment = importEnvironment(config, () => {});
  try {
    return await runImport(
      {
        ...{ paths, format: 'auto', mode: 'auto', again, dryRun: false },
        rejects: join(folder, 'import.rejects.jsonl'),
      },
      environment,
    );
  } finally {
    await environment.close();
  }
}

test("a snapshot's merged and deleted ids lead to what stands for them; imported again it changes nothing", async () => {
  write('works/updated_date=2024-05-01/part_000.gz', workLine('W1', 'A1'), workLine('W2', 'A2', 'W9', 'W3'));
  write('works/updated_date=2024-06-01/part_000.gz', workLine('W3', 'A3'));
  write('merged_ids/works/2024-05-01.csv.gz', 'merge_date,id,merge_into_id', '2024-05-01,W9,W8', 'nonsense');
  write('merged_ids/works/2024-06-01.csv.gz', 'merge_date,id,merge_into_id', '2024-06-01,W8,W1');
  write('merged_ids/works/2024-06-02.csv.gz', 'merge_date,id,merge_into_id', '2024-06-02,W3,W4285719527');
  write('merged_ids/authors/2024-06-01.csv.gz', 'merge_date,id,merge_into_id', '2024-06-01,A2,A1');
  const { summary, rejects } = await importFolder();
  expect(summary.kinds).toMatchObject({
    work: { read: 6, created: 3, updated: 3 },
    researcher: { read: 1, updated: 1 },
  });
  expect(readFileSync(rejects as string, 'utf8')).toContain('2024-05-01.csv.gz","line":3,"kind":null');
  expect(await graph().resolve('W9', 'W8', 'W3', 'A2')).toEqual([
    ['MERGED', 'W1'],
    ['MERGED', 'W1'],
    ['DELETED'],
    ['MERGED', 'A1'],
  ]);
  expect(await graph().pairs('CITES')).toEqual(['W2 W1']);
  expect(await graph().pairs('AUTHORED')).toEqual(['A1 W1', 'A1 W2']);
  expect(await checkGraph(graph().database, { maxAuthors: 100 })).toMatchObject({ total: 0 });

  const [before, version] = [await graph().contents(), await graph().version()];
  const again = await importFolder();
  expect(again.summary.kinds.work).toMatchObject({ created: 0, updated: 0 });
  expect(await graph().contents()).toEqual(before);
  expect(await graph().version()).toBe(version);
});

describe('a chain of merges of which the end is read first', () => {
  const COLUMNS = 'merge_date,id,merge_into_id';
  /** So many lines lie between that no chunk holds two links. */
  const others = Array.from({ length: 600 }, (_, at) => `2024-06-01,A${at + 1000},A${at + 5000}`);

  test.each([
    ['the first id is', 'A1'],
    ['one in the middle is', 'A2'],
    ['the last is', 'A3'],
  ])('leads to it, however long the lists are, when %s in the graph; once more, and nothing changes', async (_, id) => {
    write('works/updated_date=2024-05-01/part_000.gz', workLine('W1', id));
    write('merged_ids/authors/2024-06-03.csv.gz', COLUMNS, '2024-06-03,A3,A4', '2024-06-02,A2,A3', 'nonsense');
    write('merged_ids/authors/2024-06-02.csv.gz', COLUMNS, ...others);
    write('merged_ids/authors/2024-06-01.csv.gz', COLUMNS, '2024-06-01,A1,A2');
    const { summary } = await importFolder();
    expect(summary).toMatchObject({
      unrecognised: 1,
      kinds: { researcher: { read: 603, updated: 3, unchanged: 600 } },
    });
    expect(await graph().pairs('AUTHORED')).toEqual(['A4 W1']);
    expect(await graph().resolve('A1', 'A2', 'A3')).toEqual(Array(3).fill(['MERGED', 'A4']));

    const [before, version] = [await graph().contents(), await graph().version()];
    await importFolder();
    expect(await graph().contents()).toEqual(before);
    expect(await graph().version()).toBe(version);
  });

  test('leads to it also when the order within a list is the other way', async () => {
    write('works/updated_date=2024-05-01/part_000.gz', workLine('W1', 'A4'));
    write('merged_ids/authors/2024-06-01.csv.gz', COLUMNS, '2024-06-01,A1,A2', ...others, '2024-06-01,A2,A4');
    await importFolder();
    expect(await graph().resolve('A1', 'A2')).toEqual(Array(2).fill(['MERGED', 'A4']));
  });
});

describe('lists that were read to their end', () => {
  const DAY = 'works/updated_date=2024-05-01/part_000.gz';
  beforeEach(async () => {
    write(DAY, workLine('W1', 'A1'));
    write('merged_ids/authors/2024-06-01.csv.gz', 'merge_date,id,merge_into_id', '2024-06-01,A7,A1');
    await importFolder();
  });

  test('are not read again as long as nothing is new, but with --again', async () => {
    const { summary } = await importFolder({ again: false });
    expect(summary).toMatchObject({ passedOver: 2, kinds: { work: { read: 0 }, researcher: { read: 0 } } });
    expect((await importFolder()).summary).toMatchObject({ passedOver: 0, kinds: { researcher: { read: 1 } } });
  });

  test('are read again with records that are new, which may name ids of theirs', async () => {
    write('works/updated_date=2024-06-01/part_000.gz', workLine('W2', 'A7'));
    const { summary } = await importFolder({ again: false });
    expect(summary).toMatchObject({ passedOver: 1, kinds: { work: { read: 1 }, researcher: { read: 1 } } });
    expect(await graph().pairs('AUTHORED')).toEqual(['A1 W1', 'A1 W2']);
  });

  test('are read again after records that came by themselves', async () => {
    write('merged_ids/authors/2024-06-02.csv.gz', 'merge_date,id,merge_into_id', '2024-06-02,A8,A9');
    await importFolder({ again: false });
    write('more.jsonl', workLine('W2', 'A8'));
    await importFolder({ paths: [join(folder, 'more.jsonl')] });
    rmSync(join(folder, 'more.jsonl'));
    expect(await graph().pairs('AUTHORED')).toEqual(['A1 W1', 'A8 W2']);
    expect((await importFolder({ again: false })).summary).toMatchObject({ passedOver: 1 });
    expect(await graph().pairs('AUTHORED')).toEqual(['A1 W1', 'A9 W2']);
  });
});

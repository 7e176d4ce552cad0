import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findInputs } from '../../src/ingest/files.js';
import { type ImportEnvironment, type ImportOptions, runImport } from '../../src/ingest/import.js';
import { recogniseFiles } from '../../src/ingest/recognise.js';
import { emptySummary } from '../../src/ingest/summary.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'research-graph-merged-'));
  write('merged_ids/works/2024-05-01.csv.gz', 'W2,W1');
  write('merged_ids/works/2024-06-01.csv.gz', 'W3,W1');
  write('merged_ids/authors/2024-05-15.csv.gz', 'A2,A1');
  write('merged_ids/venues/2024-05-01.csv.gz', 'V2,V1');
  write('works/updated_date=2024-05-01/part_000.gz', null);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, ids: string | null): void {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  const text = ids === null ? '{"id":"https://openalex.org/W1","title":"T"}' : `${COLUMNS}\n2024-05-01,${ids}\n`;
  writeFileSync(path, gzipSync(text));
}
const COLUMNS = 'merge_date,id,merge_into_id';

/** A graph that notes what it is given. */
function noting(empty: boolean) {
  const given: string[] = [];
  const environment: ImportEnvironment = {
    state: async () => ({ embedded: true, running: false, empty }),
    importedFiles: async () => [],
    online: async (batches) => {
      for await (const { source, records } of batches)
        for (const record of records) given.push(`${source}: ${record.kind} ${'id' in record ? record.id : ''}`);
      const summary = emptySummary('online');
      summary.kinds.work.read = 2;
      return summary;
    },
    bulk: async ({ inputs }) => {
      given.push(...inputs.map(({ path }) => `bulk: ${relative(folder, path)}`));
      const summary = emptySummary('bulk');
      summary.kinds.work.read = 1;
      return summary;
    },
  };
  return { given, environment };
}

const options = (more: Partial<ImportOptions> = {}): ImportOptions => ({
  ...{ paths: [folder], format: 'auto', mode: 'auto', again: false, dryRun: false },
  rejects: join(folder, 'import.rejects.jsonl'),
  ...more,
});
const lists = ['openalex: former W3', 'openalex: former A2', 'openalex: former W2'];

describe("the merged ids of OpenAlex's snapshot", () => {
  test('are read after all records, the newest first; those of venues are passed over', async () => {
    const files = await recogniseFiles(await findInputs([folder]));
    expect(files.map(({ path, format, shape }) => `${relative(folder, path)}: ${format.source}, ${shape}`)).toEqual([
      'works/updated_date=2024-05-01/part_000.gz: openalex, json',
      'merged_ids/works/2024-06-01.csv.gz: openalex, csv',
      'merged_ids/authors/2024-05-15.csv.gz: openalex, csv',
      'merged_ids/works/2024-05-01.csv.gz: openalex, csv',
    ]);
    const { given, environment } = noting(false);
    await runImport(options(), environment);
    expect(given).toEqual(['openalex: work W1', ...lists]);
  });

  test('go into the graph that a bulk import of the same call has just made', async () => {
    const { given, environment } = noting(true);
    const { summary } = await runImport(options(), environment);
    expect(given).toEqual(['bulk: works/updated_date=2024-05-01/part_000.gz', ...lists]);
    expect(summary).toMatchObject({ mode: 'bulk', kinds: { work: { read: 3 } } });
  });

  test('alone are read into the graph that is there', async () => {
    const { given, environment } = noting(true);
    await runImport(options({ paths: [join(folder, 'merged_ids')] }), environment);
    expect(given).toEqual(lists);
  });

  test('are refused where the graph is only prepared for an operator', async () => {
    const { given, environment } = noting(true);
    await expect(runImport(options({ csv: join(folder, 'csv') }), environment)).rejects.toThrow(
      /2024-06-01.csv.gz is a list of merged ids, .*import it once that of the CSV is running/,
    );
    expect(given).toEqual([]);
  });

  test('are no files of another source', async () => {
    await expect(recogniseFiles(await findInputs([join(folder, 'merged_ids')]), 'arxiv')).rejects.toThrow(
      /holds no records of arXiv: it is a list of merged ids/,
    );
  });

  test('that are cut short are known before anything is written, in bulk too', async () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `2024-05-01,W${at * 7919 + 10},W1`).join('\n');
    const path = join(folder, 'merged_ids/works/2024-07-01.csv.gz');
    writeFileSync(path, gzipSync(`${COLUMNS}\n${lines}`).subarray(0, -20_000));
    const { given, environment } = noting(true);
    await expect(runImport(options(), environment)).rejects.toThrow(/2024-07-01.csv.gz is cut short/);
    expect(given).toEqual([]);
  });

  test('have their lines counted by kind, and those that say nothing rejected by line', async () => {
    write('merged_ids/works/2024-08-01.csv.gz', 'W8,what');
    const { summary, rejects } = await runImport(options({ dryRun: true }), noting(true).environment);
    expect(summary.kinds).toMatchObject({ work: { read: 4, rejected: 1 }, researcher: { read: 1, rejected: 0 } });
    expect(rejects).not.toBeNull();
  });
});

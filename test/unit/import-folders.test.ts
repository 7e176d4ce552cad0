import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { summaryText } from '../../src/cli/import-summary.js';
import { findInputs } from '../../src/ingest/files.js';
import { type ImportEnvironment, runImport } from '../../src/ingest/import.js';
import { recogniseFiles } from '../../src/ingest/recognise.js';
import { oaiAnswer, snapshotLine } from '../support/arxiv-texts.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'research-graph-folders-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer = ''): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}
const WORK = '{"id":"https://openalex.org/W1","title":"T"}';

/** A graph that nothing is written to. */
const untouched: ImportEnvironment = {
  state: async () => ({ embedded: true, running: false, empty: true }),
  importedFiles: async () => [],
  online: () => Promise.reject(new Error('online')),
  bulk: () => Promise.reject(new Error('bulk')),
};
const read = (...paths: string[]) =>
  runImport(
    {
      ...{ paths: paths.length > 0 ? paths : [folder], format: 'auto', mode: 'auto', again: false, dryRun: true },
      rejects: join(folder, 'import.rejects.jsonl'),
    },
    untouched,
  );

describe('of a folder', () => {
  test('files without an ending are read where they hold records, as those of OAI-PMH harvests do', async () => {
    write('snapshot.json', snapshotLine('0704.0001'));
    write('oai/oai_ArXiv.org_0704_0002', oaiAnswer('0704.0002'));
    write('oai/harvest', oaiAnswer('0704.0003', '0704.0004'));
    expect((await read()).summary.kinds.work.read).toBe(4);
    expect((await read(join(folder, 'oai'))).summary.kinds.work.read).toBe(3);
  });

  test('lists of merged ids are read, unpacked too', async () => {
    write('works/part_000.gz', gzipSync(WORK));
    write('merged_ids/works/2024-05-01.csv', 'merge_date,id,merge_into_id\n2024-05-01,W2,W1\n');
    expect((await read()).summary.kinds.work.read).toBe(2);
  });

  test('what holds no records is left aside, and the summary says how much that is and names the first', async () => {
    write('works.jsonl', WORK);
    const [text, table, manifest, license] = [
      write('README.md', 'Read me.'),
      write('table.csv', 'id,name\n1,One\n'),
      write('manifest', '{\n  "entries": [{"url": "s3://openalex/data/works/part_000.gz"}]\n}\n'),
      write('LICENSE', 'You may.'),
    ];
    const result = await read();
    expect(result.summary.kinds.work.read).toBe(1);
    expect(result.summary.leftAside).toMatchObject({ empty: 0, other: 4 });
    expect([...result.summary.leftAside.examples].sort()).toEqual([license, text, manifest, table].sort());
    expect(summaryText(result)).toMatch(/Files left aside: 0 empty, 4 without records \(.*README.md, .*, …\)\./);
  });

  test('nothing left aside is no matter', async () => {
    write('works.jsonl', WORK);
    expect(summaryText(await read())).not.toContain('left aside');
  });

  test('files with the ending of records must hold some', async () => {
    write('works.jsonl', WORK);
    const path = write('other.json', '{"a":1}');
    await expect(read()).rejects.toThrow(`${path} holds no records`);
  });

  test('a file that is named itself must hold some, whatever its name', async () => {
    await expect(read(write('manifest', 'entries'))).rejects.toThrow(/manifest holds no records/);
  });

  test('that holds no records at all is refused', async () => {
    write('LICENSE', 'You may.');
    await expect(read()).rejects.toThrow(/LICENSE holds neither JSON nor XML/);
    const pictures = join(folder, 'pictures');
    mkdirSync(pictures);
    await expect(read(pictures)).rejects.toThrow(/pictures holds no \.gz, .* file, nor one without an ending/);
  });
});

describe('files that are empty', () => {
  test('are left aside, and counted', async () => {
    write('works/updated_date=2024-01-01/part_000.gz', gzipSync(WORK));
    write('works/updated_date=2024-01-01/part_001.gz', gzipSync(''));
    write('works/updated_date=2024-01-01/part_002.gz', gzipSync('\n \n'));
    write('more.jsonl');
    const result = await read();
    expect(result.summary.kinds.work.read).toBe(1);
    expect(result.summary.leftAside).toMatchObject({ empty: 3, other: 0 });
    const files = await recogniseFiles(await findInputs([folder]));
    expect(files.map(({ path }) => relative(folder, path))).toEqual(['works/updated_date=2024-01-01/part_000.gz']);
  });

  test('are refused where there is nothing else', async () => {
    await expect(read(write('a.jsonl'), write('b.jsonl'))).rejects.toThrow(/a.jsonl holds no records .*: it is empty/);
  });
});

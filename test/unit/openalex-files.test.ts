import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findInputs } from '../../src/ingest/files.js';
import { readLines, splitLines } from '../../src/ingest/lines.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'research-graph-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function linesOf(path: string): Promise<[number, string][]> {
  const lines: [number, string][] = [];
  for (const input of await findInputs([path]))
    for await (const batch of readLines(input)) for (const { line, text } of batch) lines.push([line, text.toString()]);
  return lines;
}

describe('the files that paths name', () => {
  const names = async (...paths: string[]) =>
    (await findInputs(paths)).map(({ path }) => path.slice(folder.length + 1));

  test('are those of a snapshot folder by name, with what may hold records, without what is no record file', async () => {
    for (const name of ['works/updated_date=2024-02-01/part_001.gz', 'works/updated_date=2024-01-01/part_000.gz'])
      write(name, 'x');
    for (const name of ['works/manifest', 'merged_ids/venues/a.csv.gz', 'sources/part_000.gz', '.hidden.gz', 'a.txt'])
      write(name, 'x');
    write('merged_ids/works/a.csv', 'x');
    write('import.rejects.jsonl', 'x');
    expect((await findInputs([folder])).map(({ path, unsure }) => [path.slice(folder.length + 1), unsure])).toEqual([
      ['merged_ids/works/a.csv', true],
      ['works/manifest', true],
      ['works/updated_date=2024-01-01/part_000.gz', false],
      ['works/updated_date=2024-02-01/part_001.gz', false],
    ]);
  });

  test('are taken in the order given, each once', async () => {
    const [b, a] = [write('b.jsonl', 'x'), write('a.txt', 'x')];
    symlinkSync(b, join(folder, 'c.jsonl'));
    expect(await names(b, a, folder)).toEqual(['b.jsonl', 'a.txt']);
  });

  test('are XML too, and have no ending where a harvest left them; one that is named itself must hold records', async () => {
    const record = write('oai_ArXiv.org_0901_2443', 'x');
    write('00001.xml', 'x');
    write('part.xml.gz', 'x');
    expect(await names(folder)).toEqual(['00001.xml', 'oai_ArXiv.org_0901_2443', 'part.xml.gz']);
    for (const paths of [[record], [folder, record], [record, folder]])
      expect((await findInputs(paths)).find(({ path }) => path === record)?.unsure).toBe(false);
  });

  test('are known to be compressed by what they hold, not by their name', async () => {
    const inputs = await findInputs([write('a.gz', 'plain'), write('b.jsonl', gzipSync('x'))]);
    expect(inputs.map(({ compression, bytes }) => [compression, bytes])).toEqual([
      ['none', 5],
      ['gzip', gzipSync('x').length],
    ]);
  });

  test('must be there', async () => {
    await expect(findInputs([join(folder, 'none')])).rejects.toThrow(/none does not exist/);
    await expect(findInputs([folder])).rejects.toThrow(/holds no .gz, .json/);
  });
});

describe('the lines of a file', () => {
  test('are numbered from 1, blank ones passed over, with either line end, with or without a last one', async () => {
    expect(await linesOf(write('a.jsonl', '\ufeff{"a":1}\r\n\n  \n{"b":2}'))).toEqual([
      [1, '{"a":1}'],
      [4, '{"b":2}'],
    ]);
    expect(await linesOf(write('b.jsonl', '{"a":1}\n'))).toEqual([[1, '{"a":1}']]);
    expect(await linesOf(write('c.jsonl', ''))).toEqual([]);
  });

  test('are the same compressed, in several members too', async () => {
    const parts = [gzipSync('{"a":1}\n{"b"'), gzipSync(':2}\n')];
    expect(await linesOf(write('a.gz', Buffer.concat(parts)))).toEqual([
      [1, '{"a":1}'],
      [2, '{"b":2}'],
    ]);
  });

  test('come out whole however the bytes are cut', async () => {
    const bytes = Buffer.from('{"ä":1}\n\n{"b":"…"}\r\nlast');
    for (const size of [1, 2, 3, 7, 100]) {
      async function* chunks() {
        for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
      }
      const lines: [number, string][] = [];
      for await (const batch of splitLines(chunks())) for (const { line, text } of batch) lines.push([line, `${text}`]);
      expect(lines).toEqual([
        [1, '{"ä":1}'],
        [3, '{"b":"…"}'],
        [4, 'last'],
      ]);
    }
  });

  test('longer than 64 MB are a problem, and what follows is read', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 'x');
    async function* chunks() {
      for (let count = 0; count < 65; count++) yield megabyte;
      yield Buffer.from('\nnext\n');
    }
    const lines = [];
    for await (const batch of splitLines(chunks())) lines.push(...batch.map(({ line, problem }) => [line, problem]));
    expect(lines).toEqual([
      [1, 'longer than 64 MB'],
      [2, undefined],
    ]);
  });

  test('of a broken first line are lines all the same', async () =>
    expect(await linesOf(write('a.jsonl', '{"id": "W1", "ti\n{"id":"W2"}\n'))).toEqual([
      [1, '{"id": "W1", "ti'],
      [2, '{"id":"W2"}'],
    ]));
});

describe('a JSON document', () => {
  const page = { meta: { count: 2 }, results: [{ id: 'W1' }, { id: 'W2' }], group_by: [] };
  const records = [
    [1, '{"id":"W1"}'],
    [2, '{"id":"W2"}'],
  ];

  test.each([
    ['a saved answer on one line', JSON.stringify(page)],
    ['an indented saved answer', JSON.stringify(page, null, 2)],
    ['a list of records', JSON.stringify(page.results)],
    ['an indented list of records', `\n${JSON.stringify(page.results, null, '\t')}\n`],
  ])('that is %s gives its records, numbered', async (_, text) => {
    expect(await linesOf(write('a.json', text))).toEqual(records);
    expect(await linesOf(write('a.json.gz', gzipSync(text)))).toEqual(records);
  });

  test('may be one of many in a file of saved answers', async () => {
    const text = `${JSON.stringify(page)}\n${JSON.stringify(page)}\n`;
    expect(await linesOf(write('a.jsonl', text))).toEqual([...records, ...records]);
  });

  test('that is cut short is given as it is, to be rejected', async () => {
    const text = JSON.stringify(page).slice(0, -10);
    expect(await linesOf(write('a.json', text))).toEqual([[1, `${text}\n`]]);
  });
});

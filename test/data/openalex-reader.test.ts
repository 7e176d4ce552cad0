import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { GraphRecord, Reject } from '../../src/ingest/records.js';
import { openAlexRecords } from '../support/record-files.js';

const folder = join(__dirname, '../../../shared/data/openalex');
const isThere = existsSync(folder);

interface Figures {
  works: number;
  researchers: number;
  institutions: number;
  topics: number;
  names: number;
  namesWithoutId: number;
  references: number;
  titles: number;
}

const nothing: Figures = {
  works: 0,
  researchers: 0,
  institutions: 0,
  topics: 0,
  names: 0,
  namesWithoutId: 0,
  references: 0,
  titles: 0,
};

type Raw = {
  id: string;
  title?: string | null;
  display_name?: string | null;
  authorships?: { author: { id: string | null; display_name: string }; raw_author_name?: string }[];
  referenced_works?: string[];
};

/** What a file holds, counted from its raw JSON. */
function recount(path: string): Figures {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  const raw: Raw[] = path.includes('/pages/')
    ? JSON.parse(text).results
    : text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
  const figures = { ...nothing };
  const kinds = { W: 'works', A: 'researchers', I: 'institutions', T: 'topics' } as const;
  for (const record of raw) {
    figures[kinds[record.id.replace('https://openalex.org/', '').charAt(0) as keyof typeof kinds]]++;
    if (!record.id.includes('/W')) continue;
    const names = (record.authorships ?? []).filter((one) => one.raw_author_name || one.author.display_name);
    figures.names += names.length;
    figures.namesWithoutId += names.filter(({ author }) => (author.id ?? 'A9999999999').endsWith('A9999999999')).length;
    const references = new Set(record.referenced_works);
    references.delete(record.id);
    figures.references += references.size;
    if (record.title || record.display_name) figures.titles++;
  }
  return figures;
}

function count(record: GraphRecord, figures: Figures): void {
  figures[`${record.kind}s`]++;
  if (record.kind !== 'work') return;
  figures.names += record.byline.length;
  figures.namesWithoutId += record.namesWithoutId;
  figures.references += record.references.length;
  if (record.title !== '[Untitled]') figures.titles++;
}

if (!isThere) test.skip(`skipped: ${folder} is not there`, () => {});
else
  describe(`the real files in ${folder}`, () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(gz|jsonl)$/.test(name),
    );

    test('are found', () => expect(files.length).toBeGreaterThan(10));

    test.each(files.filter((name) => !name.startsWith('pages')))('%s is read whole, nothing rejected', async (name) => {
      const path = join(folder, name);
      const figures = { ...nothing };
      const rejects: Reject[] = [];
      for await (const record of openAlexRecords([path], (reject) => rejects.push(reject))) count(record, figures);
      expect(rejects).toEqual([]);
      expect(figures).toEqual(recount(path));
    });

    test('the saved API answers are read as one folder', async () => {
      const figures = { ...nothing };
      const expected = { ...nothing };
      for (const name of files.filter((file) => file.startsWith('pages')))
        for (const [key, value] of Object.entries(recount(join(folder, name)))) expected[key as keyof Figures] += value;
      for await (const record of openAlexRecords([join(folder, 'pages')])) count(record, figures);
      expect(figures).toEqual(expected);
      expect(figures.works).toBe(2_000);
    });
  });

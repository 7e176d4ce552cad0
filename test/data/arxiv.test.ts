import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArxivRecord, isRejectedArxiv } from '../../src/ingest/arxiv/arxiv-record.js';
import { normaliseArxiv } from '../../src/ingest/arxiv/normalise.js';
import { readArxivXml } from '../../src/ingest/arxiv/read-xml.js';

const folder = join(__dirname, '../../../shared/data');
const isThere = existsSync(folder);
if (!isThere) console.warn(`${folder} is not there: the tests on real records of arXiv are skipped`);

interface Raw {
  readonly id: string;
  readonly authors: string | readonly string[];
  readonly authors_parsed?: readonly (readonly string[])[];
}

const linesOf = (file: string): string[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

function read(text: string): ArxivRecord {
  const result = normaliseArxiv({ text });
  if (isRejectedArxiv(result)) throw new Error(`rejected: ${result.reason}`);
  return result;
}

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '').toLowerCase();

(isThere ? describe : describe.skip)('real records of arXiv', () => {
  test('every line of the snapshot is read, with id, title, abstract, day, category and names', () => {
    const lines = linesOf('arxiv/arxiv-metadata-oai-snapshot.json');
    expect(lines).toHaveLength(200);
    for (const line of lines) {
      const raw: Raw = JSON.parse(line);
      const record = read(line);
      expect(record).toMatchObject({ arxivId: raw.id, withdrawn: raw.id === '0704.0156', deleted: false });
      expect([record.title, record.abstract, record.date, record.updated].every((text) => text !== null)).toBe(true);
      expect(record.categories.length).toBeGreaterThan(0);
      expect(record.authors.length).toBe(raw.authors_parsed?.length);
    }
  });

  test("the names that are read off the printed byline are those of arXiv's own parser", () => {
    const differing: string[][] = [];
    for (const line of linesOf('arxiv/arxiv-metadata-oai-snapshot.json')) {
      const { authors_parsed: parsed, ...rest } = JSON.parse(line) as Raw;
      const byArxiv = read(JSON.stringify({ ...rest, authors_parsed: parsed })).authors;
      const byUs = read(JSON.stringify(rest)).authors;
      const named = (authors: ArxivRecord['authors']): string[] =>
        authors.map(({ family, given, suffix }) => [family, letters(given ?? ''), suffix].join('|'));
      if (JSON.stringify(named(byArxiv)) !== JSON.stringify(named(byUs)))
        differing.push([rest.id, ...named(byArxiv), '<>', ...named(byUs)]);
    }
    expect(differing).toEqual([]);
  });

  test('no name or affiliation holds a command, a number to look up or a parenthesis of the list of places', () => {
    for (const line of linesOf('arxiv/arxiv-metadata-oai-snapshot.json'))
      for (const { name, affiliations } of read(line).authors) {
        expect(name).not.toMatch(/[\\{}()\d]|\s\s/);
        for (const text of affiliations) expect(text).toMatch(/^(?!\d+$)[^\\{}]*\p{L}{2}/u);
      }
  });

  test('numbered affiliations, which arXiv drops, are found again', () => {
    const line = linesOf('arxiv/arxiv-metadata-oai-snapshot.json').find((text) => text.includes('"0704.0191"')) ?? '';
    expect(read(line).authors.map(({ affiliations }) => affiliations.length)).toEqual([1, 2, 1]);
  });

  test('the later works of the seed are read, from lists of names', () => {
    const lines = linesOf('seed/other_arxiv.jsonl');
    expect(lines).toHaveLength(16);
    for (const line of lines) {
      const raw: Raw = JSON.parse(line);
      const record = read(line);
      expect(record.authors.map(({ name }) => name)).toEqual(raw.authors);
      expect(record.authors.some(({ family, given }) => family === 'Zhang' && given === 'Jingzhao')).toBe(true);
      expect(record.categories.every((category) => /^[a-z]/.test(category))).toBe(true);
      expect([record.title, record.abstract, record.date].every((text) => text !== null)).toBe(true);
    }
  });

  test('the works of the seed page are read, the one with a comma too many as well', () => {
    const { works } = JSON.parse(readFileSync(join(folder, 'seed/works.json'), 'utf8')) as {
      works: { arxiv: string; title: string; authors: string[]; authors_as_listed?: string }[];
    };
    for (const { arxiv, title, authors, authors_as_listed: listed } of works) {
      const record = read(JSON.stringify({ id: arxiv, title, authors: listed ?? authors.join(', ') }));
      expect(record.authors.map(({ name }) => name)).toEqual(authors);
    }
  });

  test('every record of OAI-PMH is read, with the names and ids that its text shows', async () => {
    const files = readdirSync(join(folder, 'arxiv/oai'));
    expect(files).toHaveLength(7);
    for (const file of files) {
      const path = join(folder, 'arxiv/oai', file);
      const results = [];
      for await (const batch of readArxivXml(createReadStream(path, { highWaterMark: 100 }))) results.push(...batch);
      const [{ result } = { result: { reason: 'nothing' } }] = results;
      if (isRejectedArxiv(result)) throw new Error(result.reason);
      const text = readFileSync(path, 'utf8');
      expect(results).toHaveLength(1);
      expect(text).toContain(`oai:arXiv.org:${result.arxivId}<`);
      expect(result.authors).toHaveLength(text.split('<dc:creator>').length - 1);
      expect(result.authors.every(({ given }) => given !== null)).toBe(true);
      expect(result.categories.length).toBeGreaterThan(0);
      expect(result.doi !== null).toBe(text.includes('>doi:'));
      expect(result.date).toBe(/<dc:date>([^<]+)/.exec(text)?.[1]);
    }
  });
});

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { BibLatexParser, RISParser } from 'biblatex-csl-converter';
import { parse as parseCsv } from 'csv-parse/sync';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { plainText } from '../../src/ingest/plain-text.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp } from '../support/app.js';

const TITLES = [
  'Why $x_2$ \\& {\\L}ukasz: 50% of $\\mathcal{O}(n)$',
  'R&D_1 #2 at C$100 and $200',
  'One { too many',
  'And } another',
  '=HYPERLINK("http://x.example","click")',
  '  @SUM(1+1)',
  'TY  - JOUR and ER  - in a title',
  'Ünïcödé 李明 😀 – "quotes", commas; <i>tags</i> &amp; entities',
];
const NAMES = [
  'Martin Luther King Jr.',
  'Zhang, Wei',
  'The ATLAS Collaboration',
  'Ludwig van Beethoven',
  '+cmd|calc',
  'Smith and Sons',
];

let app: TestApp;

const inSource = (type: string, name: string, more = {}) => ({
  type,
  primary_location: { source: { display_name: name } },
  ...more,
});

beforeAll(async () => {
  app = await startTestApp();
  const titled = TITLES.map((title, at) => work({ id: `W${at + 1}`, title, by: ['A1', ...NAMES], cited: 100 - at }));
  const typed = [
    work({
      id: 'W20',
      title: 'Why',
      by: ['A1'],
      more: inSource('article', 'Journal of R&D', { doi: 'https://doi.org/10.1000/a_b' }),
    }),
    work({ id: 'W21', title: 'Why', by: ['A1'], more: inSource('article', 'Conference on Things') }),
    work({
      id: 'W22',
      title: 'Why',
      by: ['A1'],
      more: inSource('preprint', 'arXiv', { doi: 'https://doi.org/10.48550/arxiv.2001.00001' }),
    }),
    work({ id: 'W23', title: 'Why', by: ['A1'], more: { type: 'dissertation', is_retracted: true } }),
    work({ id: 'W24', title: 'Why', by: ['A1'], more: inSource('book-chapter', 'A Book') }),
    work({ id: 'W25', title: 'Why', by: ['A1'], more: { type: 'book' } }),
    work({ id: 'W26', title: 'Why', by: ['A1'], year: null, more: { type: 'constructor' } }),
  ];
  await importOnline(app.graph.database, inBatches([...titled, ...typed]), { maxAuthors: 100 });
});
afterAll(() => app?.close());

const file = async (path: string): Promise<string> => {
  const answer = await fetch(`${app.address}/export/works/${path}`);
  expect(answer.status).toBe(200);
  return answer.text();
};
const listed = async (id: string, first = 100) => {
  const fields =
    'id title titleText type year date source doi arxivId openAccessUrl abstract citationCount retracted byline';
  const { data } = await app.query(`{ researcher(id: "${id}") { works(first: ${first}) { nodes { ${fields} } } } }`);
  return data.researcher.works.nodes;
};
const inOneText = (rich: unknown) =>
  ((rich ?? []) as { readonly text?: string }[]).map((part) => part.text ?? '').join('');
const withoutSpaces = (text: string) => text.replace(/\s/g, '');

test('JSON holds every work of the list, in its order, with the fields of GraphQL', async () => {
  const works = JSON.parse(await file('A1.json'));
  expect(works).toMatchObject(await listed('A1'));
  expect(works).toHaveLength(TITLES.length + 7);
});

test('CSV holds every work, and no cell that a spreadsheet would run', async () => {
  const text = await file('A1.csv');
  const rows = parseCsv(text, { columns: true }) as Record<string, string>[];
  const works = await listed('A1');
  expect(Object.keys(rows[0] ?? {}).join()).toBe(
    'id,title,authors,year,date,type,source,doi,arxivId,citationCount,openAccessUrl,retracted',
  );
  expect(rows.map(({ id }) => id)).toEqual(works.map(({ id }: { id: string }) => id));
  expect(rows.map(({ citationCount }) => Number(citationCount))).toEqual(
    works.map(({ citationCount }: { citationCount: number }) => citationCount),
  );
  expect(rows[0]?.authors).toBe(['Author A1', ...NAMES].join('; ').replace('; +cmd', "; '+cmd"));
  expect(rows[4]?.title).toBe(`'${TITLES[4]}`);
  expect(rows[5]?.title).toBe("'@SUM(1+1)");
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/(?:^|;)[\s'"]*(?<!')[=+@-]/);
  expect(text).not.toMatch(/[^\r]\n/);
});

test('BibTeX keeps LaTeX, escapes the rest, and two readers find every work under a key of its own', async () => {
  const text = await file('A1.bib');
  expect(text).toContain('title = {{Why $x_2$ \\& {\\L}ukasz: 50\\% of $\\mathcal{O}(n)$}},');
  expect(text).toContain('title = {{R\\&D\\_1 \\#2 at C\\$100 and \\$200}},');
  expect(text).not.toContain('textdollar');
  const works = await listed('A1');
  const { entries, errors } = new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
  expect(errors).toEqual([]);
  const read = Object.values(entries);
  expect(read).toHaveLength(works.length);
  const keys = read.map(({ entry_key }) => entry_key);
  expect(new Set(keys).size).toBe(works.length);
  for (const key of keys) expect(key).toMatch(/^[a-z0-9_]+$/);
  for (const [at, { fields }] of read.entries()) {
    const shown = withoutSpaces(inOneText(fields.title));
    // The second reader does not know the commands for single braces.
    expect(shown).toBe(withoutSpaces(plainText(works[at].title)).replace(/[{}]/g, ''));
  }
  expect(new Cite(text).data).toHaveLength(works.length);
});

test('BibTeX gives each work the type and the fields of its kind', async () => {
  const text = await file('A1.bib');
  const entry = (start: string) => text.split('\n\n').find((candidate) => candidate.includes(start)) ?? '';
  expect(entry('Journal of')).toMatch(
    /^@article\{[\s\S]*journal = \{Journal of R\\&D\},[\s\S]*doi = \{10\.1000\/a_b\}/,
  );
  expect(entry('Conference on')).toMatch(/^@inproceedings\{[\s\S]*booktitle = \{Conference on Things\}/);
  expect(entry('2001.00001')).toMatch(/^@misc\{[\s\S]*eprint = \{2001\.00001\},\n {2}archiveprefix = \{arXiv\}/);
  expect(entry('Retracted')).toMatch(/^@phdthesis\{/);
  expect(entry('A Book')).toMatch(/^@incollection\{[\s\S]*booktitle = \{A Book\}/);
  expect(text).toMatch(/^@book\{/m);
  expect(text).toContain(
    'author = {Author A1 and King, Jr., Martin Luther and Zhang, Wei and {The ATLAS Collaboration} and Ludwig van Beethoven and +cmd|calc and {Smith and Sons}},',
  );
});

test('a key is the same in every export, and does not change with the other works', async () => {
  const keys = (text: string) => [...text.matchAll(/^@\w+\{(.+),$/gm)].map(([, key]) => key);
  const before = keys(await file('A1.bib'));
  await importOnline(
    app.graph.database,
    inBatches([work({ id: 'W27', title: 'Why', by: ['A1'], cited: 1_000, more: inSource('article', 'Journal') })]),
    { maxAuthors: 100 },
  );
  const after = keys(await file('A1.bib'));
  expect(after).toHaveLength(before.length + 1);
  expect(after).toEqual(expect.arrayContaining(before));
});

test('RIS has a record a work, lines that data cannot break, and two readers agree', async () => {
  const text = await file('A1.ris');
  const works = await listed('A1');
  expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
  expect(text.match(/^TY {2}- /gm)).toHaveLength(works.length);
  expect(text.match(/^ER {2}- /gm)).toHaveLength(works.length);
  expect(text).toContain(`TI  - ${TITLES[0]}\r\n`);
  expect(text).toContain('AU  - King, Martin Luther, Jr.\r\nAU  - Zhang, Wei\r\nAU  - The ATLAS Collaboration\r\n');
  const record = text.split('\r\n\r\n').find((candidate) => candidate.includes('10.1000'));
  for (const line of ['TY  - JOUR', 'JO  - Journal of R&D', 'PY  - 2020', 'DO  - 10.1000/a_b', 'ID  - W20'])
    expect(record?.split('\r\n')).toContain(line);
  expect(new Cite(text).data.map(({ title }) => title)).toEqual(works.map(({ title }: { title: string }) => title));
  const { entries } = new RISParser(text).parse();
  expect(Object.values(entries).map(({ fields }) => inOneText(fields.title))).toHaveLength(works.length);
});

test('works of nobody, and unknown parameters, are refused in words', async () => {
  for (const [path, status] of [
    ['A5.bib', 404],
    ['W1.bib', 404],
    ['A1.xml', 404],
    ['A1.bib?first=5', 400],
  ] as const) {
    const answer = await fetch(`${app.address}/export/works/${path}`);
    expect([answer.status, await answer.json()]).toMatchObject([status, { errors: [{ message: expect.any(String) }] }]);
  }
});

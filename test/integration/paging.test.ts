import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;

const load = (works: readonly object[]) => importOnline(app.graph.database, inBatches(works), { maxAuthors: 100 });

const AUTHORS = 130;
/** Of a work that comes along with lists, unlike one of more than a hundred names. */
const group = Array.from({ length: 60 }, (_, at) => `A${2000 + at}`);
const crowd = Array.from({ length: AUTHORS }, (_, at) => `A${1000 + at}`);

beforeAll(async () => {
  app = await startTestApp();
  await load([
    work({ id: 'W1', cited: 9, by: crowd, about: ['T1'] }),
    work({ id: 'W30', cited: 9, by: group, about: ['T2'] }),
    ...Array.from({ length: 8 }, (_, at) => work({ id: `W${10 + at}`, cited: 5, by: ['A1'], about: ['T1'] })),
  ]);
});
afterAll(() => app?.close());

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function page(owner: string, list: string, first: number, after: string | null): Promise<Page> {
  const { data, errors } = await app.query(
    `query ($first: Int, $after: String) { owner: ${owner} {
      ${list}(first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`,
    { first, after },
  );
  expect(errors).toBeUndefined();
  return data.owner[list];
}
const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

async function readAll(owner: string, list: string, first: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const next: Page = await page(owner, list, first, after);
    ids.push(...idsOf(next));
    if (!next.pageInfo.hasNextPage) return ids;
    after = next.pageInfo.endCursor;
  }
}

test('the authors of a work page to the very last, in byline order, and the total says how many', async () => {
  expect(await readAll('work(id: "W1")', 'authors', 40)).toEqual(crowd);
  expect((await page('work(id: "W1")', 'authors', 1, null)).totalCount).toBe(AUTHORS);
});

test.each(['topic(id: "T1")', 'researcher(id: "A1")'])(
  'items of one rank come once each, whatever the length of a page: %s',
  async (owner) => {
    const whole = await readAll(owner, 'works', 100);
    expect(new Set(whole).size).toBe(whole.length);
    for (const first of [1, 2, 3, 5]) expect(await readAll(owner, 'works', first)).toEqual(whole);
  },
);

test.each([
  ['topic(id: "T1")', { id: 'W2', cited: 7, by: ['A2'], about: ['T1'] }],
  ['researcher(id: "A1")', { id: 'W3', cited: 7, by: ['A1'] }],
])('what arrives before a page shifts nothing: %s', async (owner, newcomer) => {
  const first = await page(owner, 'works', 3, null);
  const second = await page(owner, 'works', 3, first.pageInfo.endCursor);
  await load([work(newcomer)]);
  expect(idsOf(await page(owner, 'works', 3, first.pageInfo.endCursor))).toEqual(idsOf(second));
  expect(await readAll(owner, 'works', 3)).toContain(newcomer.id);
});

test('what leaves a page shifts nothing on the next', async () => {
  const owner = 'researcher(id: "A1")';
  const first = await page(owner, 'works', 4, null);
  const second = await page(owner, 'works', 4, first.pageInfo.endCursor);
  const last = first.nodes.at(-1)?.id ?? '';
  await load([work({ id: last, cited: 5, by: ['A2'], more: { updated_date: '2030-01-01' } })]);
  expect(idsOf(await page(owner, 'works', 4, first.pageInfo.endCursor))).toEqual(idsOf(second));
});

test.each([
  ['W1', crowd, ['researcher.by-id', 'researcher.works', 'work.by-id', 'work.authors']],
  ['W30', group, ['researcher.by-id', 'researcher.works']],
])('the authors of a work in the lists of two of them are those of the work itself: %s', async (id, by, statements) => {
  const authors = (first: number, after: string | null = null) =>
    `authors(first: ${first}, after: ${JSON.stringify(after)}) { totalCount pageInfo { hasNextPage endCursor }
      edges { cursor name position node { id name } } }`;
  for (const first of [0, 1, 24, 25, 26, 59, 60, 100]) {
    const alone = (await app.query(`{ work(id: "${id}") { title ${authors(first)} } }`)).data.work;
    const { data, errors } = await app.query(
      `{ nodes(ids: ["${by[0]}", "${by[7]}"]) { ... on Researcher { works { nodes { title ${authors(first)} } } } } }`,
    );
    expect(errors).toBeUndefined();
    if (first === 25) expect(app.statements.filter((file) => file !== 'graph.locate')).toEqual(statements);
    expect(data.nodes).toEqual([{ works: { nodes: [alone] } }, { works: { nodes: [alone] } }]);
    expect(alone.authors.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(by.slice(0, first));
    const { endCursor } = data.nodes[0].works.nodes[0].authors.pageInfo;
    const { data: next } = await app.query(`{ work(id: "${id}") { ${authors(3, endCursor)} } }`);
    const ids = next.work.authors.edges.map(({ node }: { node: { id: string } }) => node.id);
    expect(ids).toEqual(by.slice(first, first + 3));
  }
});

test('a work of many names in the lists of many of its authors is looked up once', async () => {
  const { data, errors } = await app.query(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Researcher { works { nodes { title } } } } }',
    { ids: crowd.slice(0, 100) },
  );
  expect(errors).toBeUndefined();
  expect(data.nodes).toHaveLength(100);
  expect(app.statements.filter((file) => file === 'work.by-id')).toHaveLength(1);
});

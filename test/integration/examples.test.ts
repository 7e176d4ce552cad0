import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { blocks, examples, excerptOf, queryFiles, queryText } from '../support/examples-page.js';

let app: TestApp;
const run = (name: string, variables?: object) => app.query(queryText(`${name}.graphql`), variables);
const idsOf = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);

beforeAll(async () => {
  app = await startTestApp({ rateLimit: 5_000 });
  await loadDemoWhereEmpty(app.graph.database, 100);
});
afterAll(() => app?.close());

test('the page has every query once, and each question has one', () => {
  expect(examples.map(({ files }) => files)).toEqual(examples.map(() => [expect.any(String)]));
  expect(examples.flatMap(({ files }) => files).sort()).toEqual([...queryFiles].sort());
});

test.each(examples)('$question', async ({ files: [file = ''], shown }) => {
  const { data, errors } = await app.query(queryText(file));
  expect(errors).toBeUndefined();
  expect(JSON.stringify(shown)).not.toMatch(/^null$|\[\]|\{\}/);
  expect(excerptOf(data, shown)).toEqual(shown);
});

test('the works that cite both are the two that the page names', async () => {
  const { data } = await run('cites-both');
  const other = new Set(idsOf(data.other.citedBy.nodes));
  const both = idsOf(data.one.citedBy.nodes).filter((id) => other.has(id));
  expect(both).toEqual(idsOf(data.one.citedBy.nodes).slice(0, 2));
});

test('following the cursors reads the whole list, nothing twice', async () => {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await run('page-through', { after });
    const { nodes, pageInfo } = data.researcher.works;
    ids.push(...idsOf(nodes));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  expect(ids).toHaveLength(35);
  expect(new Set(ids).size).toBe(35);
});

test('the price is the one that the request has where it runs', async () => {
  const dry = await run('price');
  expect(Object.keys(dry.data)).toEqual(['rateLimit']);
  const { data } = await app.query(queryText('price.graphql').replace('dryRun: true', 'dryRun: false'));
  expect(data.topic.researchers.nodes).not.toHaveLength(0);
  const { cost, nodeCount } = data.rateLimit;
  expect(dry.data.rateLimit).toMatchObject({ cost, nodeCount });
});

test('a list of many goes on for one of them, after the last cursor of its page', async () => {
  const { data } = await run('collaborators-of-many');
  const [, , { researcher, totalCount, collaborators }] = data.collaborators;
  expect(totalCount).toBeGreaterThan(collaborators.length);
  const rest = await run('collaborators-of-many', {
    ids: [researcher.id],
    after: collaborators.at(-1).cursor,
    first: 9,
  });
  const all = [...collaborators, ...rest.data.collaborators[0].collaborators];
  expect(new Set(all.map(({ node }) => node.id)).size).toBe(totalCount);
});

test('files for other programs come under the addresses of the page', async () => {
  const addresses = blocks('sh').flatMap((text) => text.match(/(?<=127\.0\.0\.1:4000)\/export[^'\s]+/g) ?? []);
  expect(addresses).toHaveLength(5);
  for (const address of addresses) {
    const response = await fetch(app.address + address);
    expect([address, response.status]).toEqual([address, 200]);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await response.text()).toMatch(/Jingzhao Zhang|Zhang, Jingzhao/);
  }
});

test('a copy learns what was imported after the cursor that it noted, and no more', async () => {
  const { data: before } = await run('mirror');
  const after = before.graph.changesCursor;
  const nothing = await run('mirror', { after });
  expect(nothing.data.changes).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
  const added = inBatches([work({ id: 'W1', by: ['A1'] })]);
  await importOnline(app.graph.database, added, { maxAuthors: 100 });
  const { data } = await run('mirror', { after });
  expect(idsOf(data.changes.nodes.map(({ node }: { node: { id: string } }) => node)).sort()).toEqual(['A1', 'W1']);
});

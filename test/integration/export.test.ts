import { parse as parseCsv } from 'csv-parse/sync';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase } from '../support/graph.js';
import { pythonWithNetworkx, readWithNetworkx } from '../support/networkx.js';

const SEED = 'demo:jingzhao-zhang';
const NASTY = '=cmd|"/c calc"!A1 & <b>\u0001\u{1F600}\ufffe]]>';
const python = pythonWithNetworkx();
const testWithNetworkx = python === null ? test.skip : test;
const without = python === null ? ' (skipped: no networkx here, and pip cannot fetch it)' : '';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await loadDemoWhereEmpty(app.graph.database, 100);
  const nasty = work({ id: 'W70', title: 'Plain', by: ['A70', 'A71'], more: { doi: 'https://doi.org/10.1000/x.y' } });
  const doi = work({
    id: 'W71',
    title: 'Known by its DOI',
    by: ['A70'],
    more: { doi: 'https://doi.org/10.1000/a/b.json' },
  });
  await importOnline(app.graph.database, inBatches([nasty, doi]), { maxAuthors: 100 });
  // What no import of today stores, but an older one or another tool may have.
  const { database, query } = await openTestDatabase();
  await query("MATCH (r:Researcher {id: 'A71'}) SET r.name = $name", { name: NASTY });
  await query("MATCH (r:Researcher {id: 'A70'}) SET r.name = 'Łukasz \"Q\" O/Neil'");
  await database.close();
});
afterAll(() => app?.close());

const get = (path: string, init?: RequestInit) => fetch(`${app.address}/export/neighbourhood/${path}`, init);
const text = async (path: string): Promise<string> => {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};

interface Slice {
  readonly center: { readonly id: string };
  readonly nodes: readonly {
    readonly id: string;
    readonly type: string;
    readonly label: string;
    readonly weight: number;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly type: string;
    readonly source: string;
    readonly target: string;
  }[];
}
const slice = async (path: string): Promise<Slice> => JSON.parse(await text(path));

const FIELDS = `nodes { id type label weight year distance } edges { id source target type weight sources }
  totals { works topics institutions researchers }`;
const CENTRES = [SEED, 'arxiv:1905.11881', 'T11612', 'demo:massachusetts-institute-of-technology', 'A70'];

test.each([
  ...CENTRES.map((center) => [center, '', '']),
  [
    SEED,
    '?depth=2&works=30&topics=5&institutions=7&researchers=40',
    'depth: 2, limits: {works: 30, topics: 5, institutions: 7, researchers: 40}',
  ],
  [SEED, '?yearFrom=2020&yearTo=2022&minWorks=2', 'filter: {yearFrom: 2020, yearTo: 2022, minWorks: 2}'],
  [
    'T11612',
    '?edgeTypes=ABOUT,AUTHORED&depth=2&researchers=0',
    'depth: 2, limits: {researchers: 0}, filter: {edgeTypes: [ABOUT, AUTHORED]}',
  ],
])('JSON around %s%s is the GraphQL answer, node for node and edge for edge', async (center, query, args) => {
  const { data } = await app.query(
    `{ neighbourhood(center: "${center}"${args && `, ${args}`}) { center { id } ${FIELDS} } }`,
  );
  expect(await slice(`${center}.json${query}`)).toMatchObject(data.neighbourhood);
});

describe.each(CENTRES)('around %s', (center) => {
  test.each(['directed', 'mixed'])('graphology reads our GraphML back, %s', async (direction) => {
    const { nodes, edges } = await slice(`${center}.json`);
    const read = graphml.parse(MultiGraph, await text(`${center}.graphml?direction=${direction}`));
    expect(read.nodes().sort()).toEqual(nodes.map(({ id }) => id).sort());
    expect(read.edges().sort()).toEqual(edges.map(({ id }) => id).sort());
    for (const { id, type, weight } of nodes) expect(read.getNodeAttributes(id)).toMatchObject({ type, weight });
    for (const { id, type, source, target } of edges) {
      expect([read.source(id), read.target(id), read.getEdgeAttribute(id, 'kind')]).toEqual([source, target, type]);
      const isPair = type === 'COAUTHOR' || type === 'PARTNER';
      expect(read.getEdgeAttribute(id, 'undirected')).toBe(isPair);
      expect(read.isUndirected(id)).toBe(isPair && direction === 'mixed');
    }
  });

  test('graphology reads our GEXF back: types, weights, and pairs without a direction', async () => {
    const { nodes, edges } = await slice(`${center}.json`);
    const read = gexf.parse(MultiGraph, await text(`${center}.gexf`));
    expect(read.nodes().sort()).toEqual(nodes.map(({ id }) => id).sort());
    for (const { id, type, weight } of nodes) expect(read.getNodeAttributes(id)).toMatchObject({ type, weight });
    for (const { id, type, source, target } of edges) {
      expect([read.source(id), read.target(id), read.getEdgeAttribute(id, 'kind')]).toEqual([source, target, type]);
      expect(read.isUndirected(id)).toBe(type === 'COAUTHOR' || type === 'PARTNER');
    }
    expect(read.size).toBe(edges.length);
  });

  test.each([
    ['edges', 'Source', 'source'],
    ['nodes', 'Id', 'id'],
  ] as const)('the table of %s holds each once', async (part, column, field) => {
    const file = await slice(`${center}.json`);
    const rows = parseCsv(await text(`${center}.csv?part=${part}`), { columns: true }) as Record<string, string>[];
    const items = file[part] as readonly Readonly<Record<string, unknown>>[];
    expect(rows.map((row) => [row[column], row.Id])).toEqual(items.map((item) => [item[field], item.id]));
    expect(rows.map(({ Weight }) => Number(Weight))).toEqual(items.map(({ weight }) => weight));
  });

  testWithNetworkx(`networkx reads our GraphML and our directed GEXF back${without}`, async () => {
    const { nodes, edges } = await slice(`${center}.json`);
    for (const format of ['graphml', 'gexf'] as const) {
      const read = readWithNetworkx(python ?? '', format, await text(`${center}.${format}?direction=directed`));
      expect(read.directed).toBe(true);
      expect(Object.keys(read.nodes).sort()).toEqual(nodes.map(({ id }) => id).sort());
      for (const { id, type, weight } of nodes) expect(read.nodes[id]).toMatchObject({ type, weight });
      const kinds = read.edges.map(({ source, target, kind }) => `${kind}:${source}:${target}`);
      expect(kinds.sort()).toEqual(edges.map(({ id }) => id).sort());
    }
  });
});

testWithNetworkx(
  `what is asked without more words is GraphML that networkx reads, with its totals${without}`,
  async () => {
    const { graph } = readWithNetworkx(python ?? '', 'graphml', await text(`${SEED}.graphml`));
    expect(graph).toMatchObject({ center: SEED, totalWorks: 8, totalResearchers: 20 });
  },
);

test('a name of control characters, half letters and formulas breaks no file', async () => {
  const shown = '=cmd|"/c calc"!A1 & <b>\u{1F600}]]>';
  expect(graphml.parse(MultiGraph, await text('A70.graphml')).getNodeAttribute('A71', 'label')).toBe(shown);
  expect(gexf.parse(MultiGraph, await text('A70.gexf')).getNodeAttribute('A71', 'label')).toBe(shown);
  for (const [part, column] of [
    ['nodes', 'Label'],
    ['edges', 'TargetLabel'],
  ] as const) {
    const rows = parseCsv(await text(`A70.csv?part=${part}`), { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row[column])).toContain(`'${NASTY}`);
  }
});

describe('an address', () => {
  test.each([
    ['10.1000/a/b.json.json', 'W71'],
    [`${encodeURIComponent('10.1000/a/b.json')}.json`, 'W71'],
    [`${encodeURIComponent('https://doi.org/10.1000/a/b.json')}.csv`, 'W71'],
    ['https://openalex.org/A70.graphml', 'A70'],
    ['arxiv:1905.11881.gexf', 'arxiv:1905.11881'],
    ['1905.11881.json', 'arxiv:1905.11881'],
  ])('%s is about %s', async (path, id) => {
    expect(await text(path)).toContain(id);
  });

  test.each([
    ['W999.json', 404, 'There is no node "W999"'],
    [`${'x'.repeat(400)}.json`, 404, 'There is no node'],
    [`${SEED}.pdf`, 404, 'Ask for <id>.<format>, with a format of json, graphml, gexf, csv'],
    ['A70', 404, 'Ask for <id>.<format>'],
    ['10.1000/x', 404, 'Ask for <id>.<format>'],
    ['.json', 404, 'Ask for <id>.<format>'],
    ['A70.constructor', 404, 'Ask for <id>.<format>'],
    ['%252e%ff.json', 400, ''],
  ])('%s is answered with %i, in words', async (path, status, message) => {
    const answer = await get(path);
    const body = (await answer.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([answer.status, body.errors[0]?.message]).toEqual([status, expect.stringContaining(message)]);
  });
});

test.each([
  ['depth=4', 'depth must not be greater than 3; got 4'],
  ['depth=', 'depth must be an integer number; got ""'],
  ['works=1.5', 'works must be an integer number; got "1.5"'],
  ['works=101', 'works must not be greater than 100; got 101'],
  ['topics=-1', 'topics must not be less than 0; got -1'],
  ['works=100&topics=100&researchers=100', 'limits must not sum to more than 300; got 310'],
  ['yearFrom=2022&yearTo=2020', 'yearFrom must not be after yearTo, which is 2020; got 2022'],
  ['minWorks=0', 'minWorks must not be less than 1; got 0'],
  ['works=1&works=2', 'works must be given once; got ["1","2"]'],
  ['edgeTypes=ABOUT,LIKES', expect.stringMatching(/^edgeTypes must be among AUTHORED, .*; got "LIKES"$/)],
  ['limit=5', expect.stringMatching(/^limit is no parameter here; these are: depth, works, .*, part$/)],
  ['direction=mixed', expect.stringMatching(/^direction is no parameter here/)],
  ['part=all', 'part must be edges or nodes; got "all"'],
])('the parameters %s are refused by name and rule', async (query, message) => {
  const answer = await get(`${SEED}.csv?${query}`);
  const body = await answer.json();
  expect([answer.status, body]).toEqual([
    400,
    { errors: [{ message, extensions: { code: 'BAD_USER_INPUT', argument: expect.any(String) } }] },
  ]);
});

test('a file has its type and a name, in full and in ASCII', async () => {
  const { headers } = await get('A70.graphml');
  expect(headers.get('content-type')).toBe('application/graphml+xml; charset=utf-8');
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="Lukasz Q O Neil.graphml"; filename*=UTF-8\'\'%C5%81ukasz%20Q%20O%20Neil.graphml',
  );
  expect((await get(`${SEED}.csv?part=nodes`)).headers.get('content-disposition')).toContain('Zhang nodes.csv"');
});

test('HEAD says what GET would, without the file', async () => {
  const [head, full] = [await get(`${SEED}.gexf`, { method: 'HEAD' }), await get(`${SEED}.gexf`)];
  expect([head.status, await head.text()]).toEqual([200, '']);
  for (const name of ['content-type', 'content-disposition'])
    expect(head.headers.get(name)).toBe(full.headers.get(name));
  expect((await get('W999.gexf', { method: 'HEAD' })).status).toBe(404);
});

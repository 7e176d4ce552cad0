import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { type App, startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { type OpenGraph, openGraph } from '../../src/open-graph.js';
import { build, researchGraph } from '../support/built-command.js';
import { newHome } from '../support/homes.js';
import { rawGraph } from '../support/raw-graph.js';
import type { ReferenceFilter, ReferenceGraph, ReferenceLimits } from '../support/reference-graph.js';

const folder = join(__dirname, '..', '..', '..', 'shared', 'data', 'openalex');
const present = existsSync(folder);
if (!present) console.warn(`${folder} is not there: the tests on real records are skipped`);

const SLICE = `query ($center: ID!, $depth: Int, $limits: NeighbourhoodLimits, $filter: NeighbourhoodFilter) {
  neighbourhood(center: $center, depth: $depth, limits: $limits, filter: $filter) {
    center { id } nodes { id type weight year distance } edges { id source target type weight sources }
    totals { works topics institutions researchers } } }`;
const usual = { works: 20, topics: 10, institutions: 10, researchers: 25 };
const wide = { works: 100, topics: 60, institutions: 40, researchers: 100 };

(present ? describe : describe.skip)('in the graph of the real OpenAlex records', () => {
  let home: string;
  let graph: OpenGraph;
  let app: App;
  let reference: ReferenceGraph;
  let best: readonly string[];

  beforeAll(async () => {
    await build();
    home = newHome('data-');
    await researchGraph(home, 'import', folder, '--json');
    await researchGraph(home, 'db', 'start');
    const { boltUri, password } = JSON.parse(readFileSync(join(home, 'neo4j.json'), 'utf8'));
    const environment = {
      NEO4J_URI: boltUri,
      NEO4J_PASSWORD: password,
      STATEMENT_TIMEOUT_MS: '30000',
      REQUEST_DEADLINE_MS: '60000',
    };
    const config = { ...readConfig(environment), port: 0 };
    graph = await openGraph(config);
    app = await startApp(graph, config, pino({ level: 'silent' }));
    reference = rawGraph([folder]);
    const coauthors = new Map<string, number>();
    for (const { type, source, target } of reference.edges)
      if (type === 'COAUTHOR') for (const id of [source, target]) coauthors.set(id, (coauthors.get(id) ?? 0) + 1);
    best = [...coauthors]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, 50)
      .map(([id]) => id);
  }, 300_000);
  afterAll(async () => {
    await app?.close();
    await graph?.close();
    await researchGraph(home, 'db', 'stop');
    rmSync(home, { recursive: true });
  }, 60_000);

  async function expectSlice(center: string, depth: number, limits: ReferenceLimits, filter: ReferenceFilter = {}) {
    const response = await fetch(`${app.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SLICE, variables: { center, depth, limits, filter } }),
    });
    const { data, errors } = (await response.json()) as { data: { neighbourhood: object }; errors?: object[] };
    expect(errors).toBeUndefined();
    const expected = reference.slice(center, depth, limits, filter);
    const nodes = expected?.nodes.map(({ label: _label, ...node }) => node);
    expect(data.neighbourhood).toEqual({ ...expected, nodes });
    return expected?.nodes.length ?? 0;
  }

  test('the slices of the 50 best-connected researchers are those of the raw files, node for node and edge for edge', async () => {
    expect(best).toHaveLength(50);
    for (const center of best) {
      expect(await expectSlice(center, 1, usual)).toBeGreaterThan(25);
      await expectSlice(center, 1, wide);
    }
  }, 300_000);

  test('so are their further rings and filtered slices, and those around works, topics and institutions', async () => {
    const years = { yearFrom: 2005, yearTo: 2015, minWorks: 2 };
    const edgeTypes = ['AUTHORED', 'COAUTHOR', 'ABOUT', 'CITES', 'RESEARCHES', 'PRODUCED_AT', 'ACTIVE_IN', 'PARTNER'];
    for (const center of best.slice(0, 10)) {
      await expectSlice(center, 2, wide);
      await expectSlice(center, 2, wide, { ...years, edgeTypes });
    }
    const others = ['WORK', 'TOPIC', 'INSTITUTION'].flatMap((kind) =>
      [...reference.nodes.values()]
        .filter(({ type }) => type === kind)
        .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
        .slice(0, 5),
    );
    for (const { id } of others) {
      await expectSlice(id, 1, usual);
      await expectSlice(id, 3, usual, { minWorks: 2 });
      await expectSlice(id, 1, wide, { ...years, edgeTypes });
    }
  }, 300_000);
});

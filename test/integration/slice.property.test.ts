import fc from 'fast-check';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, readGraph, type TestDatabase, wipe } from '../support/graph.js';
import { anyId, graphRecords, hubRecords, numbered } from '../support/random-graph.js';
import { batchesOf } from '../support/records.js';
import { ReferenceGraph } from '../support/reference-graph.js';

const MAX_AUTHORS = 100;
const GRAPHS = 6;
const QUESTIONS = 24;
const edgeTypes = [
  ...['AUTHORED', 'COAUTHOR', 'ABOUT', 'AFFILIATED', 'CITES'],
  ...['RESEARCHES', 'PRODUCED_AT', 'ACTIVE_IN', 'PARTNER'],
];
const DRAWN = 'nodes { id type label weight year distance } edges { id source target type weight sources }';

let app: TestApp;
let reader: TestDatabase;

beforeAll(async () => {
  app = await startTestApp();
  reader = await openTestDatabase();
});
afterAll(async () => {
  await app?.close();
  await wipe(reader);
  await reader?.database.close();
});

let graphs = 0;

/**
 * Holds for random questions about random graphs. Each graph is imported once, beside those before it: an emptied
 * database makes Neo4j plan its statements anew.
 */
async function holds<Q>(questions: fc.Arbitrary<Q>, check: (reference: ReferenceGraph, question: Q) => Promise<void>) {
  const property = fc.asyncProperty(
    graphRecords,
    fc.array(questions, { minLength: QUESTIONS, maxLength: QUESTIONS }),
    async (records, asked) => {
      const graph = ++graphs;
      const batches = batchesOf(...numbered([...records, ...(graph % 2 === 0 ? hubRecords : [])], graph));
      await importOnline(reader.database, batches, { maxAuthors: MAX_AUTHORS });
      const reference = ReferenceGraph.of(await readGraph(reader));
      for (const question of asked) await check(reference, numbered(question, graph));
    },
  );
  await fc.assert(property, { numRuns: GRAPHS });
}

const ask = async (query: string, variables: object) => {
  const { data, errors } = await app.query(query, variables);
  expect(errors).toBeUndefined();
  return data;
};

const limits = fc.record({
  works: fc.nat(9),
  topics: fc.nat(5),
  institutions: fc.nat(5),
  researchers: fc.nat(7),
});
const year = fc.constantFrom(null, null, 2000, 2001, 2002, 2003);
const types = fc.option(fc.subarray(edgeTypes), { freq: 2 });
const filter = fc
  .record({ yearFrom: year, yearTo: year, minWorks: fc.constantFrom(null, 1, 2), edgeTypes: types })
  .map(({ yearFrom, yearTo, ...rest }) =>
    yearFrom !== null && yearTo !== null && yearFrom > yearTo
      ? { ...rest, yearFrom: yearTo, yearTo: yearFrom }
      : { ...rest, yearFrom, yearTo },
  );
const wide = { works: 100, topics: 50, institutions: 50, researchers: 100 };

describe('on any graph', () => {
  test('a slice is what plain recomputation gives, around any node, to any depth, with any limits and filter', async () => {
    const questions = fc.record({
      center: anyId,
      depth: fc.integer({ min: 1, max: 3 }),
      limits: fc.oneof({ arbitrary: limits, weight: 3 }, { arbitrary: fc.constant(wide), weight: 1 }),
      filter: fc.option(filter, { freq: 2 }),
    });
    await holds(questions, async (reference, question) => {
      const { neighbourhood } = await ask(
        `query ($center: ID!, $depth: Int, $limits: NeighbourhoodLimits, $filter: NeighbourhoodFilter) {
          neighbourhood(center: $center, depth: $depth, limits: $limits, filter: $filter) {
            center { id } ${DRAWN} totals { works topics institutions researchers } } }`,
        question,
      );
      const { center, depth, limits: most, filter: keep } = question;
      expect(neighbourhood).toEqual(reference.slice(center, depth, most, keep ?? {}));
    });
  }, 240_000);

  test('a subgraph holds the nodes asked for, each once and in order, and every edge among them', async () => {
    const questions = fc.record({ ids: fc.array(anyId, { maxLength: 12 }), edgeTypes: types });
    await holds(questions, async (reference, question) => {
      const { subgraph } = await ask(
        `query ($ids: [ID!]!, $edgeTypes: [EdgeType!]) { subgraph(ids: $ids, edgeTypes: $edgeTypes) { ${DRAWN} } }`,
        question,
      );
      const nodes = [...new Set(question.ids)].flatMap((id) => reference.nodes.get(id) ?? []);
      expect(subgraph).toEqual({
        nodes: nodes.map((node) => ({ ...node, distance: null })),
        edges: reference.among(question.ids, { edgeTypes: question.edgeTypes }),
      });
    });
  }, 120_000);

  test('a path is the smallest of all shortest ones, and null only where there is none', async () => {
    const questions = fc.record({
      from: anyId,
      to: anyId,
      maxLength: fc.integer({ min: 1, max: 8 }),
      via: types,
      minWorks: fc.constantFrom(null, 1, 1, 2),
      since: fc.constantFrom(null, null, 2001, 2002),
    });
    await holds(questions, async (reference, question) => {
      const { path } = await ask(
        `query ($from: ID!, $to: ID!, $maxLength: Int, $via: [EdgeType!], $minWorks: Int, $since: Int) {
          path(from: $from, to: $to, maxLength: $maxLength, via: $via, minWorks: $minWorks, since: $since) {
            length nodes { id } edges { id source target type weight sources } } }`,
        question,
      );
      const { from, to, maxLength, via, minWorks, since } = question;
      const people = [from, to].every((id) => reference.nodes.get(id)?.type === 'RESEARCHER');
      const expected = reference.path(
        from,
        to,
        maxLength,
        via ?? (people ? ['COAUTHOR'] : edgeTypes),
        minWorks ?? 1,
        since,
      );
      expect(path?.nodes.map(({ id }: { id: string }) => id) ?? null).toEqual(expected);
      if (!expected) return;
      expect(path.length).toBe(expected.length - 1);
      const allowed = via ?? (people ? ['COAUTHOR'] : edgeTypes);
      const joining = expected
        .slice(1)
        .map((id, at) => reference.among([expected[at] as string, id], { edgeTypes: allowed })[0]);
      expect(path.edges).toEqual(joining);
    });
  }, 120_000);
});

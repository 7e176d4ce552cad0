import { loadStatements } from '../../src/core/queries.js';
import type { FoundNode } from '../../src/graph/drawing.js';
import { EdgeType } from '../../src/graph/edge-type.js';
import { frontier } from '../../src/graph/graph.loaders.js';
import { NodeType } from '../../src/graph/node.type.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { projectPath } from '../../src/project.js';
import { inBatches, work } from '../fixtures/records.js';
import { type Plan, stepsOf } from '../support/explain.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';

let graph: TestDatabase;

/** One topic, one institution and one cited work that everything belongs to: hubs, for a graph of this size. */
const hubs = Array.from({ length: 200 }, (_, at) =>
  work({
    ...{ id: `W${at}`, cited: at % 50, by: [`A${at % 90}`, `A${(at * 7) % 90}`] },
    ...{ at: ['I1', `I${at % 60}`], about: ['T1', `T${at % 20}`], cites: ['W0', `W${(at * 3) % 200}`] },
  }),
);

beforeAll(async () => {
  graph = await openTestDatabase();
  await wipe(graph);
  await importOnline(graph.database, inBatches(hubs), { maxAuthors: 100 });
});
afterAll(() => graph?.database.close());

const texts = loadStatements(projectPath('cypher'));
const statement = (file: string) => texts.get(file) ?? '';

const everyType = Object.values(EdgeType);
const everything = {
  ...{ byYear: false, yearFrom: -1_000_000, yearTo: 1_000_000, minWorks: 1 },
  edgeTypes: everyType,
};
const years = { ...everything, byYear: true, yearFrom: 2019, yearTo: 2021 };
const room = { works: 5, topics: 5, institutions: 5, researchers: 5 };
const noRoom = { works: 0, topics: 0, institutions: 0, researchers: 0 };
const { TOPIC: T, INSTITUTION: I, RESEARCHER: A, WORK: W } = NodeType;
const kindOf = { T, I, A, W } as const;
const readRows = (plan: readonly Plan[]) =>
  plan
    .filter(({ operator }) => /^(DirectedRelationshipIndexSeek|Expand)/.test(operator))
    .reduce((sum, { rows }) => sum + (rows ?? 0), 0);

describe.each(['T1', 'I1', 'A0', 'W0'])('around %s', (center) => {
  test.each(everyType)('edges but of %s are not read for a further ring', async (type) => {
    const params = { keys: [`${center}|`], ...room, most: 1_000, ...everything, edgeTypes: [type] };
    const plan = await stepsOf(statement('graph.ring'), params, 'PROFILE');
    const read = plan.filter(({ operator, rows }) => /^(DirectedRel|Expand)/.test(operator) && (rows ?? 0) > 0);
    expect(read.map(({ details }) => details)).toEqual(read.map(() => expect.stringContaining(type)));
  });

  test.each([
    ['a type that is not asked', { ...room, edgeTypes: [] }],
    ['a kind that there is no room for', noRoom],
  ])('nothing of %s is read for a further ring', async (_, asked) => {
    const params = { keys: [`${center}|`], most: 100, ...everything, ...asked };
    expect(readRows(await stepsOf(statement('graph.ring'), params, 'PROFILE'))).toBe(0);
  });

  test('a slice reads next to nothing of kinds of which none is wanted', async () => {
    const params = { keys: [center], ...noRoom, withTotals: true };
    // Each index is asked for its first row: around an institution there are five.
    expect(readRows(await stepsOf(statement('graph.star'), params, 'PROFILE'))).toBeLessThanOrEqual(5);
  });

  test('edges and totals of types that are not asked are not read', async () => {
    const among = { keys: ['W0 W1 W2 W3|T1|I1 I2|A0 A1 A7'], ...everything, edgeTypes: [] };
    expect(readRows(await stepsOf(statement('graph.edges'), among, 'PROFILE'))).toBe(0);
    const totals = { keys: [center], ...years, edgeTypes: [] };
    expect(readRows(await stepsOf(statement('graph.totals'), totals, 'PROFILE'))).toBe(0);
  });

  const sorted = (numbers: unknown) => [...(numbers as number[])].sort((one, other) => one - other);
  const asked = { ids: [center], types: [kindOf[center.charAt(0) as 'T']], among: null, since: null, most: 1_000 };

  test.each(everyType)('a path over %s reads and counts no other edges', async (type) => {
    const params = { ...asked, ...everything, edgeTypes: [type], allTypes: false };
    const [expected] = await graph.query(
      `MATCH (u {id: $center})-[:${type}]-(n)
       WITH count(*) AS count, collect(DISTINCT n) AS found
       RETURN count, [n IN found | COUNT { (n)-[:${type}]-() }] AS degrees`,
      { center },
    );
    expect(readRows(await stepsOf(statement('graph.frontier'), params, 'PROFILE'))).toBe(expected?.count);
    const [row] = await graph.database.read(frontier, params);
    expect(sorted(row?.degrees)).toEqual(sorted(expected?.degrees));
    const [{ value } = { value: null }] = await graph.query(statement('graph.drawn'), { keys: [center] });
    expect((value as FoundNode).degrees[type] ?? 0).toBe(expected?.count);
  });

  test('a path over all types counts every edge', async () => {
    const [counted] = await graph.database.read(frontier, { ...asked, ...everything, allTypes: false });
    const [row] = await graph.database.read(frontier, { ...asked, ...everything, allTypes: true });
    expect(row?.degrees.length).toBeGreaterThan(0);
    expect(sorted(row?.degrees)).toEqual(sorted(counted?.degrees));
  });
});

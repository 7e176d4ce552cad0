import { createContext } from '../../src/context.js';
import { Database } from '../../src/core/database.js';
import { TimeoutError } from '../../src/core/errors.js';
import { LoaderFactory } from '../../src/core/loaders.js';
import { loadStatements } from '../../src/core/queries.js';
import { loaderDeclarations } from '../../src/features.js';
import { findPath } from '../../src/graph/path.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { projectPath } from '../../src/project.js';
import { inBatches, work } from '../fixtures/records.js';
import { type Answer, startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';

let app: TestApp;
let reader: TestDatabase;

const LEAVES = 400;
const HUB = 60;
/** Ada to Fay in a line, two ways from Bo to Dan; Gil and Hal cite each other; T1 is everywhere; Zoe stands alone. */
const graph = [
  work({ id: 'W1', year: 2001, by: ['A1', 'A2'], about: ['T1'] }),
  work({ id: 'W2', year: 2005, by: ['A1', 'A2'] }),
  work({ id: 'W3', year: 2002, by: ['A2', 'A30'] }),
  work({ id: 'W4', year: 2002, by: ['A2', 'A4'] }),
  work({ id: 'W5', year: 2003, by: ['A30', 'A5'] }),
  work({ id: 'W6', year: 2003, by: ['A4', 'A5'] }),
  work({ id: 'W7', year: null, by: ['A5', 'A6'], about: ['T1'] }),
  work({ id: 'W8', by: ['A7'], cites: ['W9'] }),
  work({ id: 'W9', by: ['A8'], cites: ['W8'] }),
  work({ id: 'W10', by: ['A9'] }),
  // Two hubs with a neighbour in common, each with very many others.
  ...[100, 200].flatMap((hub) =>
    Array.from({ length: LEAVES }, (_, at) =>
      work({ id: `W${hub}${1000 + at}`, by: [`A${hub}`, `A${hub}${1000 + at}`] }),
    ),
  ),
  work({ id: 'W300', by: ['A100', 'A300'] }),
  work({ id: 'W301', by: ['A200', 'A300'] }),
  // One pair with many equally short ways.
  ...Array.from({ length: HUB }, (_, at) => work({ id: `W${400 + at}`, by: ['A401', `A${500 + at}`] })),
  ...Array.from({ length: HUB }, (_, at) => work({ id: `W${600 + at}`, by: ['A402', `A${500 + at}`] })),
];

beforeAll(async () => {
  app = await startTestApp();
  reader = await openTestDatabase();
  await importOnline(reader.database, inBatches(graph), { maxAuthors: 100 });
});
afterAll(async () => {
  await app?.close();
  await reader?.database.close();
});

const PATH = `query ($from: ID!, $to: ID!, $maxLength: Int, $via: [EdgeType!], $minWorks: Int, $since: Int) {
  path(from: $from, to: $to, maxLength: $maxLength, via: $via, minWorks: $minWorks, since: $since) {
    length nodes { id __typename } edges { id type works { id } } } }`;
const path = async (from: string, to: string, more: object = {}) => {
  const { data, errors }: Answer = await app.query(PATH, { from, to, ...more });
  expect(errors).toBeUndefined();
  return data.path;
};
const idsOf = (found: { nodes: { id: string }[] } | null) => found?.nodes.map(({ id }) => id).join(' ');

describe('a path', () => {
  test('of several shortest ones is the one with the smallest ids, by code point', async () => {
    // 'A30' comes before 'A4'.
    expect(idsOf(await path('A1', 'A6'))).toBe('A1 A2 A30 A5 A6');
    expect(idsOf(await path('A6', 'A1'))).toBe('A6 A5 A30 A2 A1');
    expect(idsOf(await path('A401', 'A402'))).toBe('A401 A500 A402');
  });

  test('shows the joint works of each of its edges, newest first', async () => {
    const { length, nodes, edges } = await path('A1', 'A30');
    expect(length).toBe(2);
    expect(nodes[0]).toEqual({ id: 'A1', __typename: 'Researcher' });
    expect(edges).toEqual([
      { id: 'COAUTHOR:A1:A2', type: 'COAUTHOR', works: [{ id: 'W2' }, { id: 'W1' }] },
      { id: 'COAUTHOR:A2:A30', type: 'COAUTHOR', works: [{ id: 'W3' }] },
    ]);
  });

  test('between two researchers takes coauthors alone, else every edge', async () => {
    expect(idsOf(await path('A1', 'A6', { via: ['RESEARCHES'] }))).toBe('A1 T1 A6');
    expect(idsOf(await path('A1', 'W7'))).toBe('A1 T1 W7');
  });

  test('takes only coauthors of so many joint works, or of late enough ones', async () => {
    expect(idsOf(await path('A1', 'A2', { minWorks: 2 }))).toBe('A1 A2');
    expect(await path('A1', 'A30', { minWorks: 2 })).toBeNull();
    expect(idsOf(await path('A1', 'A2', { since: 2005 }))).toBe('A1 A2');
    expect(await path('A1', 'A2', { since: 2006 })).toBeNull();
    // A joint work without a year is of no year.
    expect(await path('A5', 'A6', { since: 1900 })).toBeNull();
    expect(idsOf(await path('A1', 'T1', { minWorks: 9 }))).toBe('A1 T1');
  });

  test('is as long as it may be, and not longer', async () => {
    expect(idsOf(await path('A1', 'A6', { maxLength: 4 }))).toBe('A1 A2 A30 A5 A6');
    expect(await path('A1', 'A6', { maxLength: 3 })).toBeNull();
  });

  test('is null where there is none, and where an end is unknown', async () => {
    expect(await path('A1', 'A9')).toBeNull();
    expect(await path('A1', 'A404')).toBeNull();
    expect(await path('nonsense', 'A1')).toBeNull();
    expect(await path('A1', 'A2', { via: [] })).toBeNull();
  });

  test('from a node to itself has length 0, by whatever identifiers', async () => {
    expect(await path('A1', 'https://openalex.org/A1')).toEqual({
      length: 0,
      nodes: [{ id: 'A1', __typename: 'Researcher' }],
      edges: [],
    });
  });

  test('of two works that cite each other has the edge of the smaller id', async () => {
    expect((await path('W9', 'W8')).edges).toEqual([{ id: 'CITES:W8:W9', type: 'CITES', works: [] }]);
  });

  test('may pass through hubs', async () => {
    expect(idsOf(await path('A1001000', 'A2001399'))).toBe('A1001000 A100 A300 A200 A2001399');
    expect(idsOf(await path('A1001000', 'A2001399', { via: ['AUTHORED'], maxLength: 8 }))).toBe(
      'A1001000 W1001000 A100 W300 A300 W301 A200 W2001399 A2001399',
    );
  });

  test('is at most two statements an edge, with its ends, its nodes and its edges', async () => {
    await path('A1', 'A2');
    expect(app.statements.filter((file) => file === 'graph.frontier')).toHaveLength(1);
    await path('A1001000', 'A2001399');
    expect(app.statements.filter((file) => file === 'graph.frontier').length).toBeLessThanOrEqual(8);
    expect(app.statements.filter((file) => file !== 'graph.frontier').sort()).toEqual([
      'graph.drawn',
      'graph.edges',
      'researcher.by-id',
      'researcher.joint-works',
      'work.by-id',
    ]);
  });

  test.each([
    [{ maxLength: 0 }, 'maxLength must not be less than 1; got 0'],
    [{ maxLength: 9 }, 'maxLength must not be greater than 8; got 9'],
    [{ minWorks: 0 }, 'minWorks must not be less than 1; got 0'],
  ])('%j is refused', async (more, message) => {
    const { errors } = await app.query(PATH, { from: 'A1', to: 'A2', ...more });
    expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('out of time is an error, never null', async () => {
    const { TEST_NEO4J_URI: uri = '', TEST_NEO4J_PASSWORD: password = '' } = process.env;
    const slow = 'UNWIND range(1, 1000000000) AS n WITH max(n) AS n WHERE n < 0 RETURN [] AS ids';
    const texts = new Map(loadStatements(projectPath('cypher'))).set('graph.frontier', slow);
    const options = { uri, user: 'neo4j', password, database: 'neo4j', statementTimeout: 500 };
    const database = new Database(options, texts);
    try {
      const context = createContext(new LoaderFactory(loaderDeclarations, database), database, 100);
      await expect(findPath(context, { from: 'A1', to: 'A9' })).rejects.toThrow(TimeoutError);
    } finally {
      await database.close();
    }
  });
});

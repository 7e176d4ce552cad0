import { Changes, logChanges } from '../../src/graph/changes.log.js';
import { importOnline, type OnlineOptions } from '../../src/ingest/online/import-online.js';
import type { GraphRecord } from '../../src/ingest/records.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { dates } from '../support/imports.js';
import { batchesOf, researcher, topic, work } from '../support/records.js';

let app: TestApp;
let graph: TestDatabase;

beforeAll(async () => {
  app = await startTestApp();
  graph = await openTestDatabase();
});
beforeEach(() => wipe(graph));
afterAll(async () => {
  await graph?.database.close();
  await app?.close();
});

const load = (records: readonly GraphRecord[], options: Partial<OnlineOptions> = {}) =>
  importOnline(graph.database, batchesOf(...records), { maxAuthors: 100, ...options });

const CHANGES = `query ($after: String, $first: Int) {
  changes(after: $after, first: $first) {
    edges { cursor node { kind nodeType nodeId at node { id updatedAt } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;
const page = async (after?: string | null, first?: number) =>
  (await app.query(CHANGES, { after, first })).data.changes as {
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: { kind: string; nodeType: string; nodeId: string; at: string; node: { updatedAt: string } | null };
    }[];
    readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  };
const changes = async (after?: string | null, first?: number): Promise<string[]> =>
  (await page(after, first)).edges.map(({ node }) => `${node.kind} ${node.nodeType} ${node.nodeId}`);
const now = async (): Promise<string> => (await app.query('{ graph { changesCursor } }')).data.graph.changesCursor;
const errorOf = async (after: string) => (await app.query(CHANGES, { after })).errors?.[0];

const cited = work({ id: 'W1', title: 'One', authors: [{ researcherId: 'A1' }], topics: [{ id: 'T1', score: 1 }] });

describe('the log of changes', () => {
  test('is empty in an empty graph, and has a place to go on from', async () => {
    const { edges, pageInfo } = await page();
    expect(edges).toEqual([]);
    expect(pageInfo).toEqual({
      ...{ hasNextPage: false, hasPreviousPage: false, startCursor: null },
      endCursor: await now(),
    });
  });

  test('says of each new node that it was created, once', async () => {
    await load([cited, work({ id: 'W2', authors: [{ researcherId: 'A1' }], references: ['W1'] })]);
    expect((await changes()).sort()).toEqual([
      'CREATED RESEARCHER A1',
      'CREATED TOPIC T1',
      'CREATED WORK W1',
      'CREATED WORK W2',
    ]);
  });

  test('says that a node was updated where its own fields or source edges changed, and nothing of mere counters', async () => {
    await load([cited, topic({ id: 'T2', name: 'Two' }), work({ id: 'W3', references: ['W2'] })]);
    const before = await now();
    // W2 brings a coauthor to A1 and a citation to W1 and from W3; T2 and A1's figures change through W2.
    await load([work({ id: 'W2', authors: [{ researcherId: 'A1' }, { researcherId: 'A2' }], references: ['W1'] })]);
    expect((await changes(before)).sort()).toEqual([
      'CREATED RESEARCHER A2',
      'CREATED WORK W2',
      'UPDATED RESEARCHER A1',
      'UPDATED WORK W1',
      'UPDATED WORK W3',
    ]);
    const later = await now();
    await load([work({ ...cited, hash: undefined, title: 'Other', citationCount: 9, authors: cited.authorships })]);
    expect(await changes(later)).toEqual(['UPDATED WORK W1']);
  });

  test('says nothing of records that are read again', async () => {
    await load([cited]);
    const before = await now();
    await load([cited]);
    expect(await changes(before)).toEqual([]);
    expect(await now()).toBe(before);
  });

  test('dates each change as the node is dated', async () => {
    await load([cited]);
    const { edges } = await page();
    for (const { node } of edges) expect(node.node?.updatedAt).toBe(node.at);
    expect(edges).toHaveLength(3);
  });

  test('tells of nodes that are gone, without the node', async () => {
    await load([cited, researcher({ id: 'A2', name: 'Ada' })]);
    const before = await now();
    const gone = new Changes();
    gone.add('UPDATED', 'RESEARCHER', 'A2');
    gone.add('MERGED', 'RESEARCHER', 'A2');
    gone.add('DELETED', 'WORK', 'W1');
    gone.add('SPLIT', 'RESEARCHER', 'A1');
    await graph.query("MATCH (n) WHERE n.id IN ['A2', 'W1'] DETACH DELETE n");
    await graph.database.write((transaction) => logChanges(transaction, gone, { now: '2030-01-01T00:00:00.000Z' }));
    const { edges } = await page(before);
    expect(edges.map(({ node: { kind, nodeId, node } }) => [kind, nodeId, node])).toEqual([
      ['MERGED', 'A2', null],
      ['SPLIT', 'A1', { id: 'A1', updatedAt: '2030-01-01T00:00:00.000Z' }],
      ['DELETED', 'W1', null],
    ]);
  });

  test('is numbered without gaps or repeats, and the version counts each, by writers side by side', async () => {
    let followed = Promise.resolve();
    await graph.database.write(async (transaction) => {
      const [one, other] = [new Changes(), new Changes()];
      one.add('UPDATED', 'TOPIC', 'first');
      other.add('UPDATED', 'TOPIC', 'second');
      await logChanges(transaction, one, { now: '' });
      followed = graph.database.write((second) => logChanges(second, other, { now: '' }));
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    await followed;
    expect(await changes()).toEqual(['UPDATED TOPIC first', 'UPDATED TOPIC second']);
    const writers = Array.from({ length: 24 }, (_, at) => {
      const some = new Changes();
      for (const id of ['a', 'b', 'c']) some.add('UPDATED', 'TOPIC', `${id}${at}`);
      return graph.database.write((transaction) => logChanges(transaction, some, { now: '' }));
    });
    await Promise.all(writers);
    const { edges } = await page();
    expect(edges).toHaveLength(74);
    expect(new Set(edges.map(({ node }) => node.nodeId)).size).toBe(74);
    const [meta] = await graph.query("MATCH (m:Meta {id: 'graph'}) RETURN m.version AS version, m.lastChange AS last");
    expect(meta).toEqual({ version: 26, last: 74 });
  });
});

describe('a follower', () => {
  const topics = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => topic({ id: `T${from + at}`, name: 'A topic' }));

  test('goes on from any cursor, in pages of any size, over any transaction', async () => {
    for (const [from, count] of [
      [0, 7],
      [7, 1],
      [8, 12],
    ] as const)
      await load(topics(from, count));
    const all = await page();
    expect(all.edges).toHaveLength(20);
    for (const [at, { cursor }] of all.edges.entries())
      for (const size of [1, 3, 20]) {
        const { edges, pageInfo } = await page(cursor, size);
        expect(edges).toEqual(all.edges.slice(at + 1, at + 1 + size));
        expect(pageInfo).toMatchObject({ hasNextPage: at + 1 + size < 20, hasPreviousPage: true });
      }
  });

  test('that finds nothing keeps its place, also where it asks for no change at all', async () => {
    await load(topics(0, 3));
    const end = await now();
    expect((await page(end)).pageInfo.endCursor).toBe(end);
    expect((await page(end)).edges).toEqual([]);
    const none = await page(null, 0);
    expect(none.edges).toEqual([]);
    expect(none.pageInfo.hasNextPage).toBe(true);
    expect(await changes(none.pageInfo.endCursor)).toHaveLength(3);
    await load(topics(3, 1));
    expect(await changes(end)).toEqual(['CREATED TOPIC T3']);
  });

  test('gets at most 100 changes at once, also where one transaction made more', async () => {
    await load(topics(0, 1_234), { chunkSize: 2_000 });
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { edges, pageInfo } = await page(after);
      expect(edges.length).toBeLessThanOrEqual(100);
      seen.push(...edges.map(({ node }) => node.nodeId));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(topics(0, 1_234).map(({ id }) => id));
    expect((await app.query(CHANGES, { first: 101 })).errors?.[0]?.message).toBe(
      'first must be from 0 to 100; got 101',
    );
  });

  test('asks the database once for a page, and once for the nodes of each kind in it', async () => {
    await load([cited, ...topics(2, 90)]);
    expect((await page(null, 93)).edges).toHaveLength(93);
    expect([...app.statements].sort()).toEqual(['graph.changes', 'researcher.by-id', 'topic.by-id', 'work.by-id']);
    await app.query('{ changes { nodes { nodeId } } }');
    expect(app.statements).toEqual(['graph.changes']);
  });

  test('sees no later part of a commit before its earlier parts', async () => {
    await load([...topics(0, 4), cited]);
    const before = await changes();
    const [first] = await graph.query(
      'MATCH (c:Change) WHERE c.last - size(c.ids) > 0 WITH c ORDER BY c.last LIMIT 1 REMOVE c:Change SET c:Hidden RETURN c.last - size(c.ids) AS count',
    );
    expect(await changes()).toEqual(before.slice(0, first?.count as number));
    await graph.query('MATCH (c:Hidden) REMOVE c:Hidden SET c:Change');
    expect(await changes()).toEqual(before);
  });
});

describe('what the log keeps', () => {
  const one = (id: string) => load([topic({ id, name: 'A topic' })], { changesKept: 3 });

  test('is as much as is set, and a little more: the oldest go first', async () => {
    for (const id of ['T1', 'T2', 'T3', 'T4', 'T5']) await one(id);
    expect(await changes()).toEqual(['CREATED TOPIC T3', 'CREATED TOPIC T4', 'CREATED TOPIC T5']);
  });

  test('goes on from a cursor just before the oldest change, and refuses an older one, saying what to do', async () => {
    const start = await now();
    for (const id of ['T1', 'T2', 'T3']) await one(id);
    const [first, second] = (await page()).edges;
    expect(await changes(start)).toHaveLength(3);
    await one('T4');
    expect(await changes(first?.cursor)).toEqual(['CREATED TOPIC T2', 'CREATED TOPIC T3', 'CREATED TOPIC T4']);
    await one('T5');
    expect(await changes(second?.cursor)).toHaveLength(3);
    for (const cursor of [start, first?.cursor ?? ''])
      expect(await errorOf(cursor)).toMatchObject({
        message:
          'after lies before the oldest change that is kept. Take graph.changesCursor, read the lists anew, then follow from that cursor.',
        extensions: { code: 'BAD_USER_INPUT', argument: 'after', reason: 'READ_ANEW' },
      });
  });

  test('is of one graph: a cursor of a graph that was replaced, or set back, is refused', async () => {
    await load([cited]);
    const old = await now();
    await graph.query("MATCH (m:Meta {id: 'graph'}) SET m.lastChange = 1");
    expect(await errorOf(old)).toMatchObject({ extensions: { reason: 'READ_ANEW' } });
    await wipe(graph);
    await load([cited]);
    expect(await errorOf(old)).toMatchObject({
      message: expect.stringContaining('after is a cursor of a graph that was replaced by another.'),
      extensions: { reason: 'READ_ANEW' },
    });
  });

  test('is not followed by what is no cursor of it', async () => {
    const other = Buffer.from(JSON.stringify(['Query.changes', 'log', 1.5])).toString('base64url');
    for (const bad of ['nonsense', other])
      expect(await errorOf(bad)).toMatchObject({
        message: expect.stringContaining('after must be a cursor that this list gave'),
        extensions: { code: 'BAD_USER_INPUT' },
      });
  });

  test('grows by less where a chunk changes much: a node of the log holds a thousand changes', async () => {
    await load(
      Array.from({ length: 2_500 }, (_, at) => topic({ id: `T${at}`, name: 'A topic', sourceUpdatedAt: dates.early })),
      { chunkSize: 2_500 },
    );
    const sizes = await graph.query('MATCH (c:Change) RETURN size(c.ids) AS size ORDER BY c.last');
    expect(sizes.map(({ size }) => size)).toEqual([1_000, 1_000, 500]);
  });
});

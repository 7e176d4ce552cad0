import { setTimeout as sleep } from 'node:timers/promises';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp, testConfig } from '../support/app.js';
import { type BoltMessage, boltReader } from '../support/bolt-messages.js';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.js';
import { type Caller, caller, deeds } from '../support/people.js';

/** What a transaction is begun with, as Bolt has it: where the mode is absent it may write. */
interface Begun {
  readonly mode?: 'r';
  readonly bookmarks?: readonly string[];
  readonly db?: string;
  readonly tx_timeout?: number;
}

/**
 * Over neo4j:// the driver learns of the members of a cluster, and sends a transaction to one by its access mode. What
 * it says to the database is looked at on its way. The embedded server is a cluster of one.
 */
describe('over neo4j://', () => {
  let proxy: FaultProxy;
  let app: TestApp;
  let messages: BoltMessage[] = [];
  let ann: Caller;
  let bob: Caller;
  let nobody: Caller;

  beforeAll(async () => {
    const { neo4j } = testConfig();
    const target = new URL(neo4j?.uri as string);
    proxy = await startFaultProxy(
      `neo4j://${target.host}`,
      boltReader((message) => messages.push(message)),
    );
    app = await startTestApp({ answerCacheMegabytes: 16, neo4j: neo4j && { ...neo4j, uri: proxy.uri } });
    await importOnline(app.graph.database, inBatches([work({ id: 'W1', by: ['A1', 'A2'] })]), { maxAuthors: 100 });
    [ann, bob, nobody] = [await caller(app, { sub: 'ann' }), await caller(app, { sub: 'bob' }), await caller(app)];
  });
  afterAll(async () => {
    await app?.close();
    await proxy?.close();
  });

  test('no answer is kept, since a member that lags behind would answer for a version that another one told', async () => {
    for (let time = 0; time < 5; time++) {
      expect((await app.query('{ researcher(id: "A1") { name } }')).errors).toBeUndefined();
      expect(app.statements).toContain('researcher.by-id');
      // By the third at latest the version would be known to be the same still.
      await sleep(300);
    }
  });

  /** Whether nobody's request asks so, but the heartbeat, or the look whether an import writes. */
  const isOfNoRequest = (text: unknown) => text === 'RETURN 1' || String(text).includes("'import-lease'");

  /** The transactions that `ask` begins, those after the last that writes once more: an own one, or one around a statement. */
  async function begunBy(ask: () => Promise<unknown>): Promise<Record<'reads' | 'writes' | 'readsAfter', Begun[]>> {
    messages = [];
    await ask();
    const begun = messages.flatMap(({ name, fields }) => {
      if (name === 'BEGIN') return [fields[0] as Begun];
      const extra = fields[2] as Begun;
      // Inside a transaction it says nothing.
      return name === 'RUN' && !isOfNoRequest(fields[0]) && Object.keys(extra).length > 0 ? [extra] : [];
    });
    const last = begun.findLastIndex(({ mode }) => mode !== 'r');
    return {
      readsAfter: begun.slice(last + 1),
      reads: begun.filter(({ mode }) => mode === 'r'),
      writes: begun.filter(({ mode }) => mode !== 'r'),
    };
  }
  const FOLLOWED = '{ researcher(id: "A1") { name viewerFollows stats { followers } } }';

  test('the driver asks who the members are', () => {
    expect(messages.some(({ name }) => name === 'ROUTE')).toBe(true);
  });

  test('a query is READ transactions alone, each with a timeout, which wait for nothing', async () => {
    const { reads, writes } = await begunBy(() =>
      nobody.ask(
        '{ graph { version } works { totalCount nodes { title authors { nodes { id } } } } search(query: "a") { nodes { id } } }',
      ),
    );
    expect(writes).toEqual([]);
    expect(reads.length).toBeGreaterThan(3);
    for (const read of reads) expect(read).toMatchObject({ mode: 'r', db: 'neo4j', tx_timeout: expect.any(Number) });
    // The empty transaction behind a version alone waits, for what that read had seen.
    expect(reads.filter(({ bookmarks = [] }) => bookmarks.length > 0).length).toBeLessThanOrEqual(1);
  });

  test('a mutation is a WRITE transaction, and what it answers was read by READ transactions that wait for it', async () => {
    const { readsAfter, writes } = await begunBy(() => ann.ask(deeds.follow('A1')));
    expect(writes).toHaveLength(1);
    expect(readsAfter.length).toBeGreaterThan(0);
    for (const { bookmarks } of readsAfter) expect(bookmarks).toEqual([expect.any(String)]);
  });

  test('who wrote waits for it in later requests, in reading and in writing; nobody else does', async () => {
    const first = await begunBy(() => ann.ask(deeds.unfollow('A1')));
    const later = await begunBy(() => ann.ask(FOLLOWED));
    expect(later.reads.length).toBeGreaterThan(0);
    const known = new Set(first.reads.flatMap(({ bookmarks = [] }) => bookmarks));
    for (const { bookmarks = [] } of later.reads) expect(bookmarks.length).toBeGreaterThan(0);
    expect(later.reads.some(({ bookmarks = [] }) => bookmarks.some((bookmark) => known.has(bookmark)))).toBe(true);
    const { writes } = await begunBy(() => ann.ask(deeds.follow('A1')));
    expect(writes[0]?.bookmarks).toEqual([expect.any(String)]);
    for (const other of [bob, nobody])
      expect((await begunBy(() => other.ask(FOLLOWED))).reads.flatMap(({ bookmarks = [] }) => bookmarks)).toEqual([]);
  });

  test('each sees what they wrote, also when they ask side by side', async () => {
    for (const [id, follows] of [
      ['A1', true],
      ['A2', false],
      ['A2', true],
      ['A1', false],
    ] as const) {
      const deed = follows ? deeds.follow(id) : deeds.unfollow(id);
      const query = `{ researcher(id: "${id}") { viewerFollows } }`;
      const answers = await Promise.all(
        [ann, bob].map(async (one) => {
          await one.ask(deed);
          return (await Promise.all([one.ask(query), one.ask(query)])).map((data) => data.researcher.viewerFollows);
        }),
      );
      expect(answers).toEqual(Array(2).fill(Array(2).fill(follows)));
    }
  });
});

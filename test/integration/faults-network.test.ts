import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { startTestApp, type TestApp, testConfig } from '../support/app.js';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.js';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';
import { amissAfter, NOTHING_AMISS } from '../support/kept.js';
import { type Load, request, startLoad, untilAnswered, untilReady, wrongOf } from '../support/load.js';

jest.setTimeout(180_000);

const RESEARCHERS = 20;
const works = Array.from({ length: RESEARCHERS }, (_, at) =>
  work({ id: `W${at + 1}`, by: [`A${at + 1}`, `A${((at + 1) % RESEARCHERS) + 1}`], about: ['T1'], at: ['I1'] }),
);
const people = ['ann', 'bob', 'eve'];

describe('under load, while the network between server and database fails', () => {
  let proxy: FaultProxy;
  let app: TestApp;
  let graph: TestDatabase;
  let load: Load;

  beforeAll(async () => {
    const { neo4j } = testConfig();
    proxy = await startFaultProxy(neo4j?.uri as string);
    app = await startTestApp({
      neo4j: neo4j && { ...neo4j, uri: proxy.uri },
      ...{ requestDeadline: 4_500, statementTimeout: 4_000 },
    });
    graph = await openTestDatabase();
    await importOnline(graph.database, inBatches(works), { maxAuthors: 100 });
    await app.warmUp();
  });
  afterAll(async () => {
    await app?.close();
    await graph?.database.close();
    await proxy?.close();
  });

  beforeEach(async () => {
    await graph.query('MATCH (n) WHERE n:Account OR n:AuditEntry DETACH DELETE n');
    load = startLoad(app.address, {
      readers: 4,
      tokens: await Promise.all(people.map((sub) => app.token({ sub }))),
      researchers: Array.from({ length: RESEARCHERS }, (_, at) => `A${at + 1}`),
    });
  });
  afterEach(() => load.stop());

  /** Ends the load: every request was answered, and all that was acknowledged is there, once. */
  async function expectAllKept(): Promise<void> {
    expect(await amissAfter(load, graph.query)).toEqual(NOTHING_AMISS);
    expect(load.followers.every(({ deeds }) => deeds > 0)).toBe(true);
  }

  const faults: readonly (readonly [what: string, begin: () => void])[] = [
    ['a black hole swallows what is sent', () => proxy.swallow()],
    ['every connection is reset', () => proxy.reset()],
    ['it is slow', () => proxy.slow(3_000)],
  ];
  test.each(faults)(
    '%s: each request is answered, /readyz tells, and afterwards nothing that was acknowledged is lost',
    async (_, begin) => {
      await untilAnswered(app.address);
      begin();
      await untilReady(app.address, false);
      expect((await request(app.address, '{ graph { version } }')).outcome).toBe('unavailable');
      proxy.heal();
      await untilReady(app.address, true);
      await untilAnswered(app.address);
      await expectAllKept();
    },
  );

  test('more writes wait for a lock than there are connections: those are UNAVAILABLE, and reads are answered', async () => {
    await untilAnswered(app.address);
    const [ann] = load.followers;
    let release = (): void => {};
    graph.define('test.lock', "MATCH (m:Meta {id: 'graph'}) MATCH (r:Researcher) SET m.id = m.id, r.id = r.id");
    const locked = new Promise<void>((taken) => {
      void graph.database.write(async (transaction) => {
        await transaction.run({ file: 'test.lock', mode: 'write' }, {});
        taken();
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      });
    });
    await locked;
    const deed = 'mutation { followResearcher(researcherId: "A1") { id } }';
    const waiting = Array.from({ length: 120 }, async (_, at) =>
      request(app.address, deed, { authorization: `Bearer ${await app.token({ sub: `waiting-${at}` })}` }),
    );
    const writes = Promise.all(waiting);
    expect((await request(app.address, '{ researchers(first: 1) { nodes { id } } }')).outcome).toBe('data');
    expect((await writes).map(({ outcome }) => outcome)).toEqual(Array(120).fill('unavailable'));
    release();
    await untilReady(app.address, true);
    expect((await request(app.address, deed, { authorization: `Bearer ${ann?.token}` })).outcome).toBe('data');
    await load.stop();
    expect(wrongOf(load.told)).toEqual([]);
  });
});

import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp, testConfig } from '../support/app.js';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.js';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';
import { type Caller, caller, deeds } from '../support/people.js';
import { batchesFrom, researcher, work } from '../support/records.js';

const records = [
  ...['A1', 'A2', 'A3'].map((id) => researcher({ id, name: `Name ${id}` })),
  work({ id: 'W1', authors: [{ researcherId: 'A1' }] }),
  work({ id: 'W2', authors: [{ researcherId: 'A1' }, { researcherId: 'A2' }] }),
  work({ id: 'W3', authors: [{ researcherId: 'A2' }, { researcherId: 'A3' }] }),
];

/** What a life of mutations leaves; `$claim`, `$invitation` and `$curation` stand for ids that came before. */
const life: readonly (readonly [who: 'ann' | 'bob' | 'mo', mutation: string, text: string])[] = [
  ['ann', 'followResearcher', deeds.follow('A2')],
  ['ann', 'unfollowResearcher', deeds.unfollow('A2')],
  ['ann', 'claimResearcher', deeds.claim('A1')],
  ['ann', 'withdrawClaim', deeds.withdrawClaim('$claim')],
  ['ann', 'claimResearcher', deeds.claim('A1')],
  ['mo', 'reviewClaim', deeds.review('$claim', true)],
  ['ann', 'updateProfile', deeds.profile('headline: "Mine.", openToCollaborate: true')],
  ['bob', 'claimResearcher', deeds.claim('A2')],
  ['mo', 'reviewClaim', deeds.review('$claim', true)],
  ['ann', 'inviteToCollaborate', deeds.invite('A2')],
  ['ann', 'withdrawInvitation', deeds.withdrawInvitation('$invitation')],
  ['ann', 'inviteToCollaborate', deeds.invite('A2')],
  ['bob', 'respondToInvitation', deeds.respond('$invitation', true)],
  ['bob', 'sendMessage', deeds.send('$invitation', 'Yes.')],
  ['ann', 'sendMessage', deeds.send('$invitation', 'Good.')],
  ['mo', 'mergeResearchers', 'mutation { mergeResearchers(keepId: "A1", mergeId: "A3") { id curations { id } } }'],
  ['mo', 'undoCuration', 'mutation { undoCuration(curationId: "$curation") { id } }'],
  [
    'mo',
    'splitResearcher',
    'mutation { splitResearcher(researcherId: "A1", workIds: ["W1"]) { id curations { id } } }',
  ],
  ['mo', 'undoCuration', 'mutation { undoCuration(curationId: "$curation") { id } }'],
  ['bob', 'deleteAccount', deeds.deleteAccount],
];

/** How often each thing is there, and what stands in the logs. */
const COUNT = `
  CALL () { MATCH (n) RETURN 'nodes ' + labels(n)[0] AS what, count(*) AS count
    UNION ALL MATCH ()-[e]->() RETURN 'edges ' + type(e) AS what, count(*) AS count
    UNION ALL MATCH (m:Meta {id: 'graph'}) RETURN 'version' AS what, m.version AS count
    UNION ALL MATCH (m:Meta {id: 'graph'}) RETURN 'changes' AS what, m.lastChange AS count
    UNION ALL MATCH (e:AuditEntry) RETURN 'audit ' + e.action AS what, count(*) AS count
    UNION ALL MATCH (c:Claim) RETURN 'claims ' + c.state AS what, count(*) AS count
    UNION ALL MATCH (i:Invitation) RETURN 'invitations ' + i.status AS what, count(*) AS count }
  RETURN what, count ORDER BY what`;

describe('a mutation has exactly one effect', () => {
  let proxy: FaultProxy;
  let app: TestApp | undefined;
  let graph: TestDatabase;
  let people: Record<'ann' | 'bob' | 'mo', Caller>;
  let undisturbed: unknown[];

  beforeAll(async () => {
    proxy = await startFaultProxy(process.env.TEST_NEO4J_URI as string);
    graph = await openTestDatabase();
    undisturbed = await live((deed) => deed());
  }, 240_000);
  afterAll(async () => {
    await app?.close();
    await graph?.database.close();
    await proxy?.close();
  });
  /** A server over a fresh graph, reached through the proxy, and people who have logged in. */
  async function begin(): Promise<void> {
    await app?.close();
    const { neo4j } = testConfig();
    app = await startTestApp({ neo4j: neo4j && { ...neo4j, uri: proxy.uri } });
    await importOnline(app.graph.database, batchesFrom('openalex', records), { maxAuthors: 100 });
    people = {
      ann: await caller(app, { sub: 'ann', name: 'Ann' }),
      bob: await caller(app, { sub: 'bob', name: 'Bob' }),
      mo: await caller(app, { sub: 'mo', name: 'Mo', roles: ['moderator'] }),
    };
  }

  /** Lives it, and tells what is there after each deed. */
  async function live(around: (deed: () => Promise<Record<string, unknown>>) => Promise<Record<string, unknown>>) {
    await begin();
    const ids: Record<string, string> = {};
    const counts: unknown[] = [];
    for (const [who, mutation, text] of life) {
      const named = Object.entries(ids).reduce((before, [name, id]) => before.replaceAll(`$${name}`, id), text);
      const answer = (await around(() => people[who].ask(named)))[mutation] as {
        readonly id: string;
        readonly curations?: readonly { readonly id: string }[];
      };
      if (mutation === 'claimResearcher') ids.claim = answer.id;
      if (mutation === 'inviteToCollaborate') ids.invitation = answer.id;
      if (answer.curations?.[0]) ids.curation = answer.curations[0].id;
      counts.push([mutation, await graph.query(COUNT)]);
    }
    return counts;
  }

  test('also when the connection ends after the commit, before its answer: the driver sends it again', async () => {
    const disturbed = await live((deed) => {
      proxy.cutAfterCommit();
      return deed();
    });
    expect(proxy.cuts).toBe(life.length);
    expect(disturbed).toEqual(undisturbed);
  }, 240_000);

  test('whatever the client sends twice', async () => {
    const twice = await live(async (deed) => {
      const answer = await deed();
      await deed().catch(() => undefined);
      return answer;
    });
    expect(twice).toEqual(undisturbed);
  }, 240_000);

  test('whenever a request that has a name of its own is sent again, whatever happened in between', async () => {
    await begin();
    const send = async (who: string, name: string, query: string) => {
      const response = await fetch(`${app?.address}/graphql`, {
        method: 'POST',
        headers: {
          ...{ 'content-type': 'application/json', 'idempotency-key': name },
          authorization: `Bearer ${await app?.token({ sub: who, roles: who === 'mo' ? ['moderator'] : [] })}`,
        },
        body: JSON.stringify({ query }),
      });
      // biome-ignore lint/suspicious/noExplicitAny: answers of any shape
      return [response.status, (await response.json()) as any] as const;
    };
    const claim = await send('ann', 'claim-1', deeds.claim('A1'));
    await people.mo.ask(deeds.review(claim[1].data.claimResearcher.id, false));
    expect((await send('ann', 'claim-1', deeds.claim('A1')))[1].data.claimResearcher).toMatchObject({
      ...{ id: claim[1].data.claimResearcher.id, status: 'REJECTED' },
    });
    expect((await send('ann', 'claim-2', deeds.claim('A1')))[1].data.claimResearcher.status).toBe('PENDING');
    const merge = 'mutation { mergeResearchers(keepId: "A1", mergeId: "A3") { id } }';
    const merged = await send('mo', 'merge', merge);
    expect(await send('mo', 'merge', merge)).toEqual(merged);
    // Two deeds of one request are two, and another's request of the same name is another's.
    const two =
      'mutation { a: followResearcher(researcherId: "A1") { id } b: unfollowResearcher(researcherId: "A1") { id } }';
    for (const who of ['ann', 'bob', 'ann', 'bob']) expect((await send(who, 'two', two))[0]).toBe(200);
    expect(await graph.query("MATCH (e:AuditEntry {action: 'UNFOLLOW'}) RETURN count(e) AS count")).toEqual([
      { count: 2 },
    ]);
    expect((await send('ann', 'a b', deeds.follow('A1')))[0]).toBe(400);
  });
});

import { mergeResearchers } from '../../src/curation/merge.js';
import { splitResearcher } from '../../src/curation/split.js';
import { undoCuration } from '../../src/curation/undo.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';
import { scholarlyGraph } from '../support/openalex-file.js';
import { type Caller, caller, deeds } from '../support/people.js';
import { batchesFrom, former, researcher, work } from '../support/records.js';

let app: TestApp;
let graph: TestDatabase;
let ann: Caller;
let bob: Caller;
let moderator: Caller;

beforeAll(async () => {
  graph = await openTestDatabase();
});
afterAll(() => graph?.database.close());
beforeEach(async () => {
  app = await startTestApp();
  ann = await caller(app, { sub: 'ann', name: 'Ann Anders', email: 'ann@example.org', orcid: '0000-0002-1825-0097' });
  bob = await caller(app, { sub: 'bob', name: 'Bob Bobson' });
  moderator = await caller(app, { sub: 'mo', name: 'Mo', roles: ['moderator'] });
  const records = [
    ...['A1', 'A2', 'A3', 'A4'].map((id) => researcher({ id, name: `Name ${id}` })),
    ...['W1', 'W2'].map((id) => work({ id, authors: [{ researcherId: 'A1' }] })),
    work({ id: 'W3', authors: [{ researcherId: 'A3' }] }),
  ];
  await importOnline(app.graph.database, batchesFrom('openalex', records), { maxAuthors: 100 });
});
afterEach(() => app?.close());

/** Lets somebody own a record; gives the claim's id. */
async function own(who: Caller, id: string, evidence?: string): Promise<string> {
  const claim = (await who.ask(deeds.claim(id, evidence))).claimResearcher.id;
  await moderator.ask(deeds.review(claim, true));
  return claim;
}
async function converse(from: Caller, to: Caller, id: string): Promise<string> {
  const invitation = (await from.ask(deeds.invite(id, 'Secret plan?'))).inviteToCollaborate.id;
  await to.ask(deeds.respond(invitation, true));
  await to.ask(deeds.send(invitation, 'Secret answer.'));
  return invitation;
}
const curator = () => ({ database: app.graph.database, maxAuthors: 100, by: 'Mo' });
const record = async (id: string) =>
  (await ann.ask(`{ researcher(id: "${id}") { id claimStatus headline stats { followers } } }`)).researcher;

describe('deleting one’s account', () => {
  test('leaves nothing personal anywhere, and the graph as it was', async () => {
    const before = await scholarlyGraph(graph);
    await own(ann, 'A1', 'See the page of Ann.');
    await own(bob, 'A2');
    await ann.ask(deeds.follow('A2'));
    await ann.ask(deeds.profile('headline: "Ann was here."'));
    await converse(ann, bob, 'A2');
    await ann.ask(deeds.deleteAccount);

    const texts = JSON.stringify(await graph.query('MATCH (n) RETURN properties(n) AS properties'));
    for (const personal of ['Ann', 'ann@example.org', '0000-0002-1825-0097', 'Secret'])
      expect(texts.includes(personal) && personal).toBe(false);
    expect(await record('A1')).toMatchObject({
      claimStatus: 'UNCLAIMED',
      headline: expect.not.stringContaining('Ann'),
    });
    expect(await record('A2')).toMatchObject({ claimStatus: 'CLAIMED', stats: { followers: 0 } });
    expect((await bob.ask('{ viewer { invitations { nodes { id } } } }')).viewer.invitations.nodes).toEqual([]);
    await bob.ask(deeds.deleteAccount);
    expect(await scholarlyGraph(graph)).toEqual(before);
  });

  test('keeps what was done, without the name', async () => {
    await ann.ask(deeds.follow('A2'));
    await ann.ask(deeds.deleteAccount);
    const { auditLog } = await moderator.ask('{ auditLog { nodes { action name accountId researcher { id } } } }');
    const { viewer } = await ann.ask('{ viewer { id } }');
    expect(auditLog.nodes).toEqual([
      { action: 'DELETE_ACCOUNT', name: null, accountId: viewer.id, researcher: null },
      { action: 'FOLLOW', name: null, accountId: viewer.id, researcher: { id: 'A2' } },
    ]);
  });

  test('of a moderator leaves the decisions, under nobody’s name', async () => {
    const { mergeResearchers: merged } = await moderator.ask(
      'mutation { mergeResearchers(keepId: "A1", mergeId: "A4") { curations { by } } }',
    );
    expect(merged.curations).toEqual([{ by: 'Mo' }]);
    await moderator.ask(deeds.deleteAccount);
    expect((await moderator.ask('{ researcher(id: "A1") { curations { by } } }')).researcher.curations).toEqual([
      { by: 'a former moderator' },
    ]);
  });

  test('may be done again, and before anything was done; who comes back begins anew', async () => {
    expect(await ann.ask(deeds.deleteAccount)).toEqual({ deleteAccount: true });
    await ann.ask(deeds.follow('A2'));
    expect(await ann.ask(deeds.deleteAccount)).toEqual({ deleteAccount: true });
    expect(await ann.ask(deeds.deleteAccount)).toEqual({ deleteAccount: true });
    const { viewer } = await ann.ask('{ viewer { name following { totalCount } claims { id } } }');
    expect(viewer).toEqual({ name: 'Ann Anders', following: { totalCount: 0 }, claims: [] });
  });
});

describe('what people have to do with a record goes where the record goes', () => {
  test('its owner, followers, words and conversations, when a source merges it into another', async () => {
    await own(ann, 'A1');
    await own(bob, 'A2');
    await bob.ask(deeds.follow('A1'));
    await ann.ask(deeds.profile('headline: "My words."'));
    const invitation = await converse(bob, ann, 'A1');
    const moved = [former('A1', 'A3')];
    await importOnline(app.graph.database, batchesFrom('openalex', moved), { maxAuthors: 100 });
    expect(await record('A1')).toEqual({
      ...{ id: 'A3', claimStatus: 'CLAIMED', headline: 'My words.' },
      stats: { followers: 1 },
    });
    expect((await ann.ask('{ viewer { researcher { id } claims { researcher { id } } } }')).viewer).toEqual({
      ...{ researcher: { id: 'A3' }, claims: [{ researcher: { id: 'A3' } }] },
    });
    expect(
      (
        await bob.ask(
          '{ viewer { invitations(box: SENT) { nodes { to { id } conversation { nodes { author { id } } } } } } }',
        )
      ).viewer.invitations.nodes,
    ).toEqual([{ to: { id: 'A3' }, conversation: { nodes: [{ author: { id: 'A3' } }] } }]);
    await ann.ask(deeds.send(invitation, 'Still here.'));
    await expect(own(bob, 'A3')).rejects.toThrow('The record has an owner');
  });

  test('of two owners whose records a source makes one, the one of the record that stays', async () => {
    await own(ann, 'A1');
    await own(bob, 'A2');
    await importOnline(app.graph.database, batchesFrom('openalex', [former('A1', 'A2')]), { maxAuthors: 100 });
    expect((await bob.ask('{ viewer { researcher { id } } }')).viewer.researcher).toEqual({ id: 'A2' });
    expect((await ann.ask('{ viewer { researcher { id } claims { status reason } } }')).viewer).toEqual({
      ...{
        researcher: null,
        claims: [{ status: 'REJECTED', reason: 'The record is a part of another now, whose owner is known.' }],
      },
    });
  });

  test('when a moderator merges, and back when that is undone', async () => {
    await own(ann, 'A1');
    await bob.ask(deeds.follow('A3'));
    const claim = (await bob.ask(deeds.claim('A3'))).claimResearcher.id;
    const status = async () => (await bob.ask('{ viewer { claims { id status researcher { id } } } }')).viewer.claims;
    await mergeResearchers(curator(), 'A1', 'A3');
    expect(await status()).toEqual([{ id: claim, status: 'REJECTED', researcher: { id: 'A1' } }]);
    expect(await record('A1')).toMatchObject({ claimStatus: 'CLAIMED', stats: { followers: 1 } });
    const [{ id = '' } = {}] = (await ann.ask('{ researcher(id: "A1") { curations { id } } }')).researcher.curations;
    await undoCuration(curator(), id);
    expect(await status()).toEqual([{ id: claim, status: 'PENDING', researcher: { id: 'A3' } }]);
    expect(await record('A3')).toMatchObject({ claimStatus: 'PENDING', stats: { followers: 1 } });
    expect(await record('A1')).toMatchObject({ claimStatus: 'CLAIMED', stats: { followers: 0 } });
  });

  test('a record that was claimed is not merged away, and a part that was claimed is not taken back', async () => {
    await own(ann, 'A1');
    await own(bob, 'A3');
    await expect(mergeResearchers(curator(), 'A1', 'A3')).rejects.toThrow('Both records are claimed');
    await expect(mergeResearchers(curator(), 'A2', 'A3')).rejects.toThrow('must be the one that is kept');
    await ann.ask(deeds.withdrawClaim((await ann.ask('{ viewer { claims { id } } }')).viewer.claims[0].id));
    const part = await splitResearcher(curator(), 'A1', ['W1']);
    await own(ann, part);
    const [{ id = '' } = {}] = (await ann.ask('{ researcher(id: "A1") { curations { id } } }')).researcher.curations;
    await expect(undoCuration(curator(), id)).rejects.toThrow(`${part} is claimed by its owner`);
  });

  test('whose claim was approved since a merge keeps the record: the merge is not undone over their head', async () => {
    const claim = (await ann.ask(deeds.claim('A3'))).claimResearcher.id;
    await mergeResearchers(curator(), 'A2', 'A3');
    await moderator.ask(deeds.review(claim, true));
    const [{ id = '' } = {}] = (await ann.ask('{ researcher(id: "A2") { curations { id } } }')).researcher.curations;
    await expect(undoCuration(curator(), id)).rejects.toThrow(`The claim ${claim} on A3 was approved since`);
    await ann.ask(deeds.withdrawClaim(claim));
    await undoCuration(curator(), id);
    expect(await record('A3')).toMatchObject({ claimStatus: 'UNCLAIMED' });
  });

  test('who stops following while records are one is not made to follow again; others follow since when they did', async () => {
    for (const who of [ann, bob]) for (const id of ['A4', 'A3']) await who.ask(deeds.follow(id));
    const since = 'MATCH (:Account {name: "Bob Bobson"})-[f:FOLLOWS]->(r) RETURN r.id AS id, f.at AS at ORDER BY id';
    const before = await graph.query(since);
    await mergeResearchers(curator(), 'A4', 'A3');
    await ann.ask(deeds.unfollow('A4'));
    const [{ id = '' } = {}] = (await ann.ask('{ researcher(id: "A4") { curations { id } } }')).researcher.curations;
    await undoCuration(curator(), id);
    expect((await ann.ask('{ viewer { following { totalCount } } }')).viewer.following.totalCount).toBe(0);
    expect(await graph.query(since)).toEqual(before);
  });

  test('deleting an account leaves no trace of it in decisions about records that it followed', async () => {
    await ann.ask(deeds.follow('A3'));
    await ann.ask(deeds.claim('A3'));
    await mergeResearchers(curator(), 'A4', 'A3');
    const { viewer } = await ann.ask('{ viewer { id } }');
    await ann.ask(deeds.deleteAccount);
    const kept = JSON.stringify(
      await graph.query('MATCH (n) WHERE NOT n:AuditEntry RETURN properties(n) AS properties'),
    );
    expect(kept).not.toContain(viewer.id);
  });
});

describe('a record that its source deletes', () => {
  test('takes claims and conversations in its name along, and nobody’s other ones', async () => {
    await own(ann, 'A1');
    await own(bob, 'A2');
    const accepted = await converse(bob, ann, 'A1');
    const third = await caller(app, { sub: 'third' });
    await own(third, 'A4');
    const other = await converse(third, bob, 'A2');
    await bob.ask(deeds.follow('A1'));
    const waiting = (await (await caller(app, { sub: 'late' })).ask(deeds.claim('A3'))).claimResearcher.id;
    const gone = [former('A1', null), former('A3', null)];
    await importOnline(app.graph.database, batchesFrom('openalex', gone), { maxAuthors: 100 });

    expect((await moderator.ask('{ pendingClaims { totalCount nodes { id } } }')).pendingClaims).toEqual({
      ...{ totalCount: 0, nodes: [] },
    });
    expect(await moderator.refused(deeds.review(waiting, true))).toEqual(['NOT_FOUND', expect.any(String)]);
    expect(
      (await ann.ask('{ viewer { researcher { id } claims { id } invitations { nodes { id } } } }')).viewer,
    ).toEqual({
      ...{ researcher: null, claims: [], invitations: { nodes: [] } },
    });
    const { viewer } = await bob.ask(
      '{ viewer { following { totalCount } invitations { nodes { id } } sent: invitations(box: SENT) { nodes { id } } } }',
    );
    expect(viewer).toEqual({
      following: { totalCount: 0 },
      invitations: { nodes: [{ id: other }] },
      sent: { nodes: [] },
    });
    expect(await bob.refused(deeds.send(accepted, 'Hello?'))).toEqual(['NOT_FOUND', expect.any(String)]);
    expect(await graph.query('MATCH (m:Message) RETURN count(m) AS messages')).toEqual([{ messages: 1 }]);
  });
});

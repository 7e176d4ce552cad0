import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';
import { type Caller, caller, deeds } from '../support/people.js';
import { batchesFrom, researcher } from '../support/records.js';

const ORCID = '0000-0002-1825-0097';
const OTHER_ORCID = '0000-0001-5109-3700';

describe('claims', () => {
  let app: TestApp;
  let graph: TestDatabase;
  let moderator: Caller;
  let next = 0;

  beforeAll(async () => {
    app = await startTestApp();
    graph = await openTestDatabase();
    moderator = await caller(app, { sub: 'mo', roles: ['moderator'] });
  });
  afterAll(async () => {
    await graph?.database.close();
    await app?.close();
  });

  /** New records of the graph, so that tests do not see one another. */
  async function records(count: number, fields: object = {}): Promise<string[]> {
    const ids = Array.from({ length: count }, () => `A${++next}`);
    const all = ids.map((id) => researcher({ id, name: `Name ${id}`, ...fields }));
    await importOnline(app.graph.database, batchesFrom('openalex', all), { maxAuthors: 100 });
    return ids;
  }
  const member = (fields: object = {}) => caller(app, { sub: `member ${++next}`, ...fields });
  const status = async (id: string) =>
    (await moderator.ask(`{ researcher(id: "${id}") { claimStatus } }`)).researcher.claimStatus;
  const claimed = async (who: Caller, id: string): Promise<string> =>
    (await who.ask(deeds.claim(id))).claimResearcher.id;

  test('a claim made by mistake is withdrawn, and the record claimed again, by the same person or another', async () => {
    const [id = ''] = await records(1);
    const [ann, bob] = [await member(), await member()];
    const first = await claimed(ann, id);
    expect(await status(id)).toBe('PENDING');
    expect((await ann.ask(deeds.withdrawClaim(first))).withdrawClaim).toMatchObject({ status: 'WITHDRAWN' });
    expect(await status(id)).toBe('UNCLAIMED');
    expect(await claimed(ann, id)).not.toBe(first);
    await ann.ask(deeds.withdrawClaim(await claimed(ann, id)));
    await moderator.ask(deeds.review(await claimed(bob, id), true));
    expect(await status(id)).toBe('CLAIMED');
    const { viewer } = await ann.ask('{ viewer { claims { status } } }');
    expect(viewer.claims).toEqual([{ status: 'WITHDRAWN' }, { status: 'WITHDRAWN' }]);
  });

  test('a claim that was rejected says why, and may be made again', async () => {
    const [id = ''] = await records(1);
    const ann = await member();
    const claim = await claimed(ann, id);
    await moderator.ask(deeds.review(claim, false, 'No page of yours names it.'));
    expect(await status(id)).toBe('UNCLAIMED');
    expect((await ann.ask('{ viewer { claims { status reason decidedAt } } }')).viewer.claims).toEqual([
      { status: 'REJECTED', reason: 'No page of yours names it.', decidedAt: expect.any(String) },
    ]);
    expect(await ann.refused(deeds.withdrawClaim(claim))).toEqual(['CONFLICT', expect.stringContaining('rejected')]);
    expect(await moderator.refused(deeds.review(claim, true))).toEqual([
      'CONFLICT',
      expect.stringContaining('made again'),
    ]);
    expect(await claimed(ann, id)).not.toBe(claim);
    expect(await status(id)).toBe('PENDING');
  });

  test('whose verified ORCID iD is the record’s owns it at once, also before those who wait', async () => {
    const [id = ''] = await records(1, { orcid: ORCID });
    const [rival, ann] = [await member(), await member({ orcid: ORCID })];
    const waiting = await claimed(rival, id);
    expect((await ann.ask(deeds.claim(id))).claimResearcher).toMatchObject({
      ...{ status: 'APPROVED', reason: 'The ORCID iD of the login is that of the record.' },
      researcher: { claimStatus: 'CLAIMED' },
    });
    expect((await rival.ask('{ viewer { claims { id status } } }')).viewer.claims).toEqual([
      { id: waiting, status: 'REJECTED' },
    ]);
    expect(await rival.refused(deeds.claim(id))).toEqual(['CONFLICT', 'The record has an owner.']);
    const { auditLog } = await moderator.ask(`{ auditLog(researcherId: "${id}") { nodes { action subject } } }`);
    expect(auditLog.nodes).toContainEqual({ action: 'REJECT_CLAIM', subject: waiting });
  });

  test('a claim that waits is approved when the same person logs in by an iD that is the record’s', async () => {
    const [id = ''] = await records(1, { orcid: ORCID });
    const sub = `late ${++next}`;
    const waiting = await claimed(await caller(app, { sub }), id);
    const { claimResearcher: claim } = await (await caller(app, { sub, orcid: ORCID })).ask(deeds.claim(id));
    expect(claim).toMatchObject({ id: waiting, status: 'APPROVED' });
    const { auditLog } = await moderator.ask(`{ auditLog(researcherId: "${id}") { nodes { action } } }`);
    expect(auditLog.nodes).toEqual([{ action: 'APPROVE_CLAIM' }, { action: 'CLAIM' }]);
  });

  test.each([
    ['another iD', { orcid: OTHER_ORCID }, { orcid: ORCID }],
    ['no iD at all', {}, { orcid: ORCID }],
    ['an iD, where the record has none', { orcid: ORCID }, {}],
    ['an iD of no iD’s form', { orcid: '0000-0002-1825-0098' }, { orcid: '0000-0002-1825-0098' }],
  ])('with %s one waits for a moderator', async (_, login, record) => {
    const [id = ''] = await records(1, record);
    expect((await (await member(login)).ask(deeds.claim(id))).claimResearcher.status).toBe('PENDING');
  });

  test('an iD that ORCID’s own record alone brought proves nothing: anybody may list a work there', async () => {
    const [id = ''] = await records(1);
    await graph.query(`MATCH (r:Researcher {id: '${id}'}) SET r.orcid = '${OTHER_ORCID}', r.orcidAdded = true`);
    expect((await (await member({ orcid: OTHER_ORCID })).ask(deeds.claim(id))).claimResearcher.status).toBe('PENDING');
  });

  test('one owner a record and one record an owner, whoever is first', async () => {
    const [one = '', two = ''] = await records(2);
    const [ann, bob] = [await member(), await member()];
    const claims = [await claimed(ann, one), await claimed(bob, one), await claimed(ann, two)] as const;
    await moderator.ask(deeds.review(claims[0], true));
    expect((await bob.ask('{ viewer { claims { status } } }')).viewer.claims).toEqual([{ status: 'REJECTED' }]);
    expect(await moderator.refused(deeds.review(claims[2], true))).toEqual([
      'CONFLICT',
      expect.stringContaining(`owns ${one}`),
    ]);
    expect(await ann.refused(deeds.claim((await records(1))[0] as string))).toEqual([
      'CONFLICT',
      expect.stringContaining(`You own ${one}`),
    ]);
  });

  test('of many who are approved at the same moment one becomes the owner', async () => {
    const [id = ''] = await records(1);
    const people = await Promise.all(Array.from({ length: 6 }, () => member()));
    const claims = await Promise.all(people.map((who) => claimed(who, id)));
    await Promise.allSettled(claims.map((claim) => moderator.ask(deeds.review(claim, true))));
    expect(
      await graph.query(
        `MATCH (r:Researcher {id: '${id}'})<-[o:OWNS]-(a) RETURN count(o) AS owners, count(a) AS accounts`,
      ),
    ).toEqual([{ owners: 1, accounts: 1 }]);
    const states = await graph.query(
      `MATCH (:Researcher {id: '${id}'})<-[:OF]-(c) RETURN c.state AS state ORDER BY state`,
    );
    expect(states.map(({ state }) => state)).toEqual(['APPROVED', ...Array(5).fill('REJECTED')]);
  });

  test('of many records that one person claims at the same moment by their iD they own one', async () => {
    const ids = await records(6, { orcid: ORCID });
    const ann = await member({ orcid: ORCID });
    await Promise.allSettled(ids.map((id) => ann.ask(deeds.claim(id))));
    const { viewer } = await ann.ask('{ viewer { researcher { id } claims { status } } }');
    expect(ids).toContain(viewer.researcher.id);
    expect(viewer.claims).toEqual([{ status: 'APPROVED' }]);
  });

  test('a moderator takes a record from who got it by mistake, and what they said of it goes with them', async () => {
    const [id = ''] = await records(1);
    const ann = await member();
    const claim = await claimed(ann, id);
    await moderator.ask(deeds.review(claim, true));
    await ann.ask(deeds.profile('headline: "All mine.", openToCollaborate: false'));
    await moderator.ask(deeds.review(claim, false, 'It was somebody else.'));
    const { researcher: record } = await ann.ask(
      `{ researcher(id: "${id}") { claimStatus headline openToCollaborate verification { level } } }`,
    );
    expect(record).toEqual({
      claimStatus: 'UNCLAIMED',
      headline: 'No works in this graph yet.',
      openToCollaborate: true,
      verification: { level: 'L1' },
    });
    expect(await ann.refused(deeds.profile('headline: "Mine."'))).toEqual([
      'FORBIDDEN',
      expect.stringContaining('You own no record'),
    ]);
  });

  test('nobody reviews their own claim', async () => {
    const [id = ''] = await records(1);
    const judge = await member({ roles: ['moderator'] });
    expect(await judge.refused(deeds.review(await claimed(judge, id), true))).toEqual([
      'FORBIDDEN',
      expect.stringContaining('Somebody else'),
    ]);
  });

  test('at most five claims of one person wait', async () => {
    const ids = await records(6);
    const ann = await member();
    for (const id of ids.slice(0, 5)) await claimed(ann, id);
    expect(await ann.refused(deeds.claim(ids[5] as string))).toEqual(['CONFLICT', expect.stringContaining('5 claims')]);
  });

  test('claims and profiles are changes of the graph: its version grows and mirrors are told', async () => {
    const [id = ''] = await records(1);
    const ann = await member();
    const state = async () => (await ann.ask('{ graph { version changesCursor } }')).graph;
    const before = await state();
    const claim = await claimed(ann, id);
    await moderator.ask(deeds.review(claim, true));
    await ann.ask(deeds.profile('headline: "Mine."'));
    await ann.ask(deeds.profile('headline: "Mine."'));
    await ann.ask(deeds.follow(id));
    expect(Number((await state()).version) - Number(before.version)).toBe(3);
    const { changes } = await ann.ask(`{ changes(after: "${before.changesCursor}") { nodes { kind nodeId } } }`);
    expect(changes.nodes).toEqual(Array(3).fill({ kind: 'UPDATED', nodeId: id }));
  });

  test.each([
    [
      'a headline that is too long',
      deeds.profile(`headline: "${'x'.repeat(301)}"`),
      'input.headline must have at most 300 characters; it has 301',
    ],
    [
      'a headline of two lines',
      deeds.profile('headline: "a\\nb"'),
      'input.headline must not hold control characters, line breaks among them',
    ],
    ['evidence with a control character', deeds.claim('A1', 'a\\u0007b'), 'evidence must not hold control characters'],
    [
      'too much evidence',
      deeds.claim('A1', 'x'.repeat(2_001)),
      'evidence must have at most 2000 characters; it has 2001',
    ],
  ])('%s is refused', async (_, text, message) => {
    expect(await (await member()).refused(text)).toEqual(['BAD_USER_INPUT', message]);
  });

  test('a record that is not there is not found, whatever identifies it', async () => {
    expect(await (await member()).refused(deeds.claim('A999999'))).toEqual([
      'NOT_FOUND',
      'There is no researcher with the id A999999.',
    ]);
    expect(await (await member()).refused(deeds.withdrawClaim('01J'))).toEqual([
      'NOT_FOUND',
      'There is no claim with the id 01J.',
    ]);
  });
});

import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type Caller, caller, deeds } from '../support/people.js';

const SEED = 'demo:jingzhao-zhang';
const COAUTHOR = 'demo:suvrit-sra';

describe('what a researcher’s page offers, from the first visit to a conversation', () => {
  let app: TestApp;
  let nobody: Caller;
  let jingzhao: Caller;
  let suvrit: Caller;
  let third: Caller;
  let moderator: Caller;
  let invitation: string;

  beforeAll(async () => {
    app = await startTestApp();
    await loadDemoWhereEmpty(app.graph.database, 100);
    nobody = await caller(app);
    jingzhao = await caller(app, { sub: 'jingzhao', name: 'Jingzhao Zhang' });
    suvrit = await caller(app, { sub: 'suvrit', name: 'Suvrit Sra' });
    third = await caller(app, { sub: 'third', name: 'Somebody Else' });
    moderator = await caller(app, { sub: 'mo', name: 'Mo Derator', roles: ['moderator'] });
  });
  afterAll(() => app?.close());

  const page = `{ researcher(id: "${SEED}") {
    claimStatus openToCollaborate viewerFollows viewerCanInvite inviteBlockedReason stats { followers }
    verification { level } } }`;

  test('a visitor sees that nobody has claimed the record, and that one logs in to act', async () => {
    expect((await nobody.ask(page)).researcher).toEqual({
      ...{ claimStatus: 'UNCLAIMED', openToCollaborate: true, viewerFollows: false, stats: { followers: 0 } },
      viewerCanInvite: false,
      inviteBlockedReason: 'Log in, and claim your own record, to invite somebody.',
      verification: { level: 'L1' },
    });
    expect((await nobody.ask('{ viewer { id } }')).viewer).toBeNull();
    expect(await nobody.refused(deeds.follow(SEED))).toEqual(['UNAUTHENTICATED', 'Log in to do this.']);
  });

  test('following moves the counter, once', async () => {
    const followed = { followResearcher: { id: SEED, viewerFollows: true, stats: { followers: 1 } } };
    expect(await suvrit.ask(deeds.follow(SEED))).toEqual(followed);
    expect(await suvrit.ask(deeds.follow(SEED))).toEqual(followed);
    expect((await suvrit.ask('{ viewer { following { totalCount nodes { id } } } }')).viewer.following).toEqual({
      ...{ totalCount: 1, nodes: [{ id: SEED }] },
    });
    expect((await third.ask(page)).researcher).toMatchObject({ viewerFollows: false, stats: { followers: 1 } });
  });

  test('a claim waits for a moderator, who approves it', async () => {
    const { claimResearcher: claim } = await jingzhao.ask(deeds.claim(SEED, 'My page links here.'));
    expect(claim).toMatchObject({ status: 'PENDING', researcher: { id: SEED, claimStatus: 'PENDING' } });
    const queue = await moderator.ask(
      '{ pendingClaims { totalCount nodes { id evidence claimant { name orcid } researcher { id } } } }',
    );
    expect(queue.pendingClaims).toEqual({
      totalCount: 1,
      nodes: [
        {
          ...{ id: claim.id, evidence: 'My page links here.', researcher: { id: SEED } },
          claimant: { name: 'Jingzhao Zhang', orcid: null },
        },
      ],
    });
    expect((await moderator.ask(deeds.review(claim.id, true))).reviewClaim).toEqual({
      ...{ id: claim.id, status: 'APPROVED', reason: 'I looked.' },
      researcher: { id: SEED, claimStatus: 'CLAIMED' },
    });
    expect((await jingzhao.ask('{ viewer { researcher { id verification { level } } } }')).viewer.researcher).toEqual({
      ...{ id: SEED, verification: { level: 'L3' } },
    });
  });

  test('the owner speaks for the record, and opens it to collaboration', async () => {
    await jingzhao.ask(deeds.profile('openToCollaborate: false'));
    expect((await nobody.ask(page)).researcher.openToCollaborate).toBe(false);
    expect(
      (await jingzhao.ask(deeds.profile('headline: "I study optimisation.", openToCollaborate: true'))).updateProfile,
    ).toEqual({ id: SEED, headline: 'I study optimisation.', openToCollaborate: true });
  });

  test('a second member claims a record, invites, and the first accepts', async () => {
    expect(await suvrit.refused(deeds.invite(SEED))).toEqual([
      ...['FORBIDDEN', 'Claim your own record first: an invitation comes from one.'],
    ]);
    const { claimResearcher: claim } = await suvrit.ask(deeds.claim(COAUTHOR));
    await moderator.ask(deeds.review(claim.id, true));
    expect((await suvrit.ask(page)).researcher).toMatchObject({ viewerCanInvite: true, inviteBlockedReason: null });
    const { inviteToCollaborate } = await suvrit.ask(deeds.invite(SEED, 'A paper on step sizes?'));
    invitation = inviteToCollaborate.id;
    expect(inviteToCollaborate).toMatchObject({ status: 'PENDING', from: { id: COAUTHOR }, to: { id: SEED } });
    const received = await jingzhao.ask('{ viewer { invitations { nodes { id message from { id } } } } }');
    expect(received.viewer.invitations.nodes).toEqual([
      { id: invitation, message: 'A paper on step sizes?', from: { id: COAUTHOR } },
    ]);
    expect((await jingzhao.ask(deeds.respond(invitation, true))).respondToInvitation.status).toBe('ACCEPTED');
  });

  test('both write, and read the same conversation', async () => {
    await suvrit.ask(deeds.send(invitation, 'Good to have you.'));
    await jingzhao.ask(deeds.send(invitation, 'When do we start?'));
    const read = 'conversation { nodes { body author { id } } }';
    const conversation = {
      nodes: [
        { body: 'Good to have you.', author: { id: COAUTHOR } },
        { body: 'When do we start?', author: { id: SEED } },
      ],
    };
    const sent = await suvrit.ask(`{ viewer { invitations(box: SENT, status: ACCEPTED) { nodes { ${read} } } } }`);
    expect(sent.viewer.invitations.nodes).toEqual([{ conversation }]);
    const received = await jingzhao.ask(`{ viewer { invitations { nodes { ${read} } } } }`);
    expect(received.viewer.invitations.nodes).toEqual([{ conversation }]);
  });

  test('a third sees nothing of it, and neither does a moderator', async () => {
    for (const other of [third, moderator]) {
      const { viewer } = await other.ask(
        '{ viewer { received: invitations { nodes { id } } sent: invitations(box: SENT) { nodes { id } } } }',
      );
      expect(viewer).toEqual({ received: { nodes: [] }, sent: { nodes: [] } });
      for (const deed of [
        deeds.respond(invitation, true),
        deeds.send(invitation, 'Hello'),
        deeds.withdrawInvitation(invitation),
      ])
        expect(await other.refused(deed)).toEqual([
          'NOT_FOUND',
          `There is no invitation of yours with the id ${invitation}.`,
        ]);
      expect((await other.ask(`{ node(id: "${invitation}") { id } }`)).node).toBeNull();
    }
  });

  test('a moderator can tell who did what', async () => {
    const { auditLog } = await moderator.ask('{ auditLog(first: 100) { nodes { action name researcherId } } }');
    expect(auditLog.nodes.reverse()).toEqual([
      { action: 'FOLLOW', name: 'Suvrit Sra', researcherId: SEED },
      { action: 'CLAIM', name: 'Jingzhao Zhang', researcherId: SEED },
      { action: 'APPROVE_CLAIM', name: 'Mo Derator', researcherId: SEED },
      { action: 'UPDATE_PROFILE', name: 'Jingzhao Zhang', researcherId: SEED },
      { action: 'UPDATE_PROFILE', name: 'Jingzhao Zhang', researcherId: SEED },
      { action: 'CLAIM', name: 'Suvrit Sra', researcherId: COAUTHOR },
      { action: 'APPROVE_CLAIM', name: 'Mo Derator', researcherId: COAUTHOR },
      { action: 'INVITE', name: 'Suvrit Sra', researcherId: SEED },
      { action: 'ACCEPT_INVITATION', name: 'Jingzhao Zhang', researcherId: COAUTHOR },
      { action: 'SEND_MESSAGE', name: 'Suvrit Sra', researcherId: SEED },
      { action: 'SEND_MESSAGE', name: 'Jingzhao Zhang', researcherId: COAUTHOR },
    ]);
  });
});

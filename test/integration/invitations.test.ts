import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';
import { type Caller, caller, deeds } from '../support/people.js';
import { batchesFrom, researcher } from '../support/records.js';

describe('invitations and conversations', () => {
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

  /** Somebody who owns a new record. */
  async function owner(): Promise<{ readonly who: Caller; readonly id: string; readonly claim: string }> {
    const id = `A${++next}`;
    await importOnline(app.graph.database, batchesFrom('openalex', [researcher({ id, name: `Name ${id}` })]), {
      maxAuthors: 100,
    });
    const who = await caller(app, { sub: `owner of ${id}` });
    const claim = (await who.ask(deeds.claim(id))).claimResearcher.id;
    await moderator.ask(deeds.review(claim, true));
    return { who, id, claim };
  }
  const invited = async (from: Caller, to: string, message?: string): Promise<string> =>
    (await from.ask(deeds.invite(to, message))).inviteToCollaborate.id;
  const reason = async (who: Caller, id: string) =>
    (await who.ask(`{ researcher(id: "${id}") { viewerCanInvite inviteBlockedReason } }`)).researcher;

  test('what stands in the way is told before and after, in the same words', async () => {
    const [ann, bob] = [await owner(), await owner()];
    const without = await caller(app, { sub: 'without a record' });
    await importOnline(app.graph.database, batchesFrom('openalex', [researcher({ id: 'A900', name: 'Not Claimed' })]), {
      maxAuthors: 100,
    });
    const cases: [Caller, string, string, string][] = [
      [without, ann.id, 'FORBIDDEN', 'Claim your own record first: an invitation comes from one.'],
      [ann.who, ann.id, 'FORBIDDEN', 'This is your own record.'],
      [ann.who, 'A900', 'FORBIDDEN', 'Not Claimed has not claimed this record yet.'],
    ];
    await bob.who.ask(deeds.profile('openToCollaborate: false'));
    cases.push([ann.who, bob.id, 'FORBIDDEN', `Name ${bob.id} is not open to collaboration at present.`]);
    for (const [who, id, code, message] of cases) {
      expect(await reason(who, id)).toEqual({ viewerCanInvite: false, inviteBlockedReason: message });
      expect(await who.refused(deeds.invite(id))).toEqual([code, message]);
    }
  });

  test('one is pending between two people, in whichever direction', async () => {
    const [ann, bob] = [await owner(), await owner()];
    const first = await invited(ann.who, bob.id, 'Now?');
    expect(await invited(ann.who, bob.id, 'Now?')).toBe(first);
    const waits = `You have invited Name ${bob.id}; the answer is still to come.`;
    expect(await ann.who.refused(deeds.invite(bob.id, 'Or later?'))).toEqual(['CONFLICT', waits]);
    expect(await reason(ann.who, bob.id)).toEqual({ viewerCanInvite: false, inviteBlockedReason: waits });
    expect(await bob.who.refused(deeds.invite(ann.id))).toEqual([
      'CONFLICT',
      `Name ${ann.id} has invited you: answer that invitation.`,
    ]);
    await ann.who.ask(deeds.withdrawInvitation(first));
    expect(await reason(bob.who, ann.id)).toEqual({ viewerCanInvite: true, inviteBlockedReason: null });
    const second = await invited(bob.who, ann.id);
    await ann.who.ask(deeds.respond(second, false));
    const third = await invited(ann.who, bob.id, 'Once more?');
    await bob.who.ask(deeds.respond(third, true));
    const talking = `You and Name ${ann.id} are in conversation already.`;
    expect(await bob.who.refused(deeds.invite(ann.id, 'Again?'))).toEqual(['CONFLICT', talking]);
  });

  test('also when both send at the same moment, again and again', async () => {
    const [ann, bob] = [await owner(), await owner()];
    await Promise.allSettled(
      Array.from({ length: 5 }, (_, at) => [
        ann.who.ask(deeds.invite(bob.id, `a ${at}`)),
        bob.who.ask(deeds.invite(ann.id, `b ${at}`)),
      ]).flat(),
    );
    expect(
      await graph.query(
        `MATCH (i:Invitation {status: 'PENDING'})-[:FROM|TO]->(:Researcher {id: '${ann.id}'}) RETURN count(DISTINCT i) AS pending`,
      ),
    ).toEqual([{ pending: 1 }]);
  });

  test('an answer stands; the same answer again changes nothing', async () => {
    const [ann, bob] = [await owner(), await owner()];
    const id = await invited(ann.who, bob.id);
    expect(await ann.who.refused(deeds.respond(id, true))).toEqual([
      'FORBIDDEN',
      'The answer is up to whom you invited.',
    ]);
    expect(await bob.who.refused(deeds.withdrawInvitation(id))).toEqual([
      'FORBIDDEN',
      expect.stringContaining('Only who sent'),
    ]);
    expect(await ann.who.refused(deeds.send(id, 'Hello?'))).toEqual([
      'CONFLICT',
      'Both may write once the invitation is accepted.',
    ]);
    await bob.who.ask(deeds.respond(id, false));
    await bob.who.ask(deeds.respond(id, false));
    expect(await bob.who.refused(deeds.respond(id, true))).toEqual(['CONFLICT', 'The invitation was declined.']);
    expect(await ann.who.refused(deeds.withdrawInvitation(id))).toEqual(['CONFLICT', 'The invitation was declined.']);
  });

  test('texts are trimmed, and else kept as they were written', async () => {
    const [ann, bob] = [await owner(), await owner()];
    const id = await invited(ann.who, bob.id, '  <b>Hi</b>\\n\\t$x^2$ & “you” 👩‍🔬  ');
    await bob.who.ask(deeds.respond(id, true));
    await bob.who.ask(deeds.send(id, '<script>alert(1)</script>'));
    const { viewer } = await bob.who.ask(
      '{ viewer { invitations { nodes { message conversation { nodes { body } } } } } }',
    );
    expect(viewer.invitations.nodes).toEqual([
      { message: '<b>Hi</b>\n\t$x^2$ & “you” 👩‍🔬', conversation: { nodes: [{ body: '<script>alert(1)</script>' }] } },
    ]);
    for (const [body, message] of [
      [' ', 'body must not be empty'],
      ['a\\u0000b', 'body must not hold control characters'],
      ['x'.repeat(5_001), 'body must have at most 5000 characters; it has 5001'],
    ] as const)
      expect(await ann.who.refused(deeds.send(id, body))).toEqual(['BAD_USER_INPUT', message]);
    expect(await ann.who.refused(deeds.invite(bob.id, ''))).toEqual(['BAD_USER_INPUT', 'message must not be empty']);
  });

  test('a text that is sent again is one message; said again after an answer it is another', async () => {
    const [ann, bob] = [await owner(), await owner()];
    const id = await invited(ann.who, bob.id);
    await bob.who.ask(deeds.respond(id, true));
    const first = (await ann.who.ask(deeds.send(id, 'Yes'))).sendMessage.id;
    expect((await ann.who.ask(deeds.send(id, 'Yes'))).sendMessage.id).toBe(first);
    await bob.who.ask(deeds.send(id, 'Yes'));
    expect((await ann.who.ask(deeds.send(id, 'Yes'))).sendMessage.id).not.toBe(first);
    const { viewer } = await ann.who.ask(
      '{ viewer { invitations(box: SENT) { nodes { conversation { nodes { author { id } } } } } } }',
    );
    expect(
      viewer.invitations.nodes[0].conversation.nodes.map(({ author }: { author: { id: string } }) => author.id),
    ).toEqual([ann.id, bob.id, ann.id]);
  });

  test('a conversation is read page by page, oldest first', async () => {
    const [ann, bob] = [await owner(), await owner()];
    const id = await invited(ann.who, bob.id);
    await bob.who.ask(deeds.respond(id, true));
    for (let at = 1; at <= 5; at++) await ann.who.ask(deeds.send(id, `Line ${at}`));
    const page = async (after: string | null) =>
      (
        await bob.who.ask(
          'query ($after: String) { viewer { invitations { nodes { conversation(first: 2, after: $after) { nodes { body } pageInfo { hasNextPage endCursor } } } } } }',
          { after },
        )
      ).viewer.invitations.nodes[0].conversation;
    const read: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { nodes, pageInfo } = await page(after);
      read.push(...nodes.map(({ body }: { body: string }) => body));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(read).toEqual(['Line 1', 'Line 2', 'Line 3', 'Line 4', 'Line 5']);
  });

  test('who loses the record does not speak for it any more', async () => {
    const [ann, bob] = [await owner(), await owner()];
    const id = await invited(ann.who, bob.id);
    await bob.who.ask(deeds.respond(id, true));
    await moderator.ask(deeds.review(ann.claim, false, 'A mistake.'));
    expect(await ann.who.refused(deeds.send(id, 'Still me'))).toEqual([
      'FORBIDDEN',
      expect.stringContaining('not yours any more'),
    ]);
    const heir = await caller(app, { sub: 'heir' });
    await moderator.ask(deeds.review((await heir.ask(deeds.claim(ann.id))).claimResearcher.id, true));
    expect((await heir.ask('{ viewer { invitations(box: SENT) { nodes { id } } } }')).viewer.invitations.nodes).toEqual(
      [],
    );
  });

  test('what was sent in the name of a record that was lost is withdrawn, and nobody is let to answer it', async () => {
    const [impostor, victim] = [await owner(), await owner()];
    const pending = await invited(impostor.who, victim.id);
    await moderator.ask(deeds.review(impostor.claim, false, 'A mistake.'));
    expect(await victim.who.refused(deeds.respond(pending, true))).toEqual([
      'CONFLICT',
      'The invitation was withdrawn.',
    ]);
  });

  test('nobody writes to somebody who lost the record in whose name they spoke', async () => {
    const [impostor, victim] = [await owner(), await owner()];
    const id = await invited(impostor.who, victim.id);
    await victim.who.ask(deeds.respond(id, true));
    await moderator.ask(deeds.review(impostor.claim, false, 'A mistake.'));
    expect(await victim.who.refused(deeds.send(id, 'A secret.'))).toEqual([
      ...['FORBIDDEN', `Name ${impostor.id} is not the record of whom you spoke with any more.`],
    ]);
  });

  test('after a no, the same person is not asked again for thirty days', async () => {
    const [ann, bob] = [await owner(), await owner()];
    await bob.who.ask(deeds.respond(await invited(ann.who, bob.id), false));
    const [code, message] = await ann.who.refused(deeds.invite(bob.id, 'Please?'));
    expect([code, message]).toEqual([
      'CONFLICT',
      expect.stringMatching(/^Name A\d+ has declined: ask again from 20\d\d-\d\d-\d\d\.$/),
    ]);
    const from = Date.parse(message.slice(-11, -1));
    expect((from - Date.now()) / 86_400_000).toBeGreaterThan(29);
    expect((from - Date.now()) / 86_400_000).toBeLessThan(32);
    await invited(bob.who, ann.id);
  });
});

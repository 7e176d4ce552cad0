import type { Person } from '../support/issuer.js';
import { type LoggedApp, startLoggedApp } from '../support/logged-app.js';
import { type Caller, caller, deeds } from '../support/people.js';

let app: LoggedApp;
beforeAll(async () => {
  app = await startLoggedApp();
});
afterAll(() => app?.close());

const EVIDENCE = 'evidence-for-moderators-alone';
const INVITATION = 'would-you-work-with-me';
const MESSAGE = 'between-the-two-of-us';

test('the log, at its most talkative, holds no token, no password, no e-mail address, and nothing that people write', async () => {
  const ann = { sub: 'ann', name: 'Ann Secret', email: 'ann@private.example', orcid: '0000-0002-1825-0097' };
  const bob = { sub: 'bob', name: 'Bob Secret', email: 'bob@private.example' };
  const moderator = await caller(app, { sub: 'moderator', roles: ['moderator'] });
  const owner = async (person: Person, id: string): Promise<Caller> => {
    const who = await caller(app, person);
    const { claimResearcher } = await who.ask(deeds.claim(id, EVIDENCE));
    await moderator.ask(deeds.review(claimResearcher.id, true, EVIDENCE));
    return who;
  };
  const [annAsks, bobAsks] = [await owner(ann, 'A1'), await owner(bob, 'A2')];
  const { inviteToCollaborate } = await annAsks.ask(deeds.invite('A2', INVITATION));
  await bobAsks.ask(deeds.respond(inviteToCollaborate.id, true));
  await annAsks.ask(deeds.send(inviteToCollaborate.id, MESSAGE));

  const token = await app.token(ann);
  const expired = await app.issuer.sign({ email: 'gone@private.example', exp: 1 });
  const send = (authorization: string, body: string, more: Record<string, string> = {}) =>
    fetch(`${app.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization, ...more },
      body,
    });
  await app.spoil();
  const failed = await send(
    `Bearer ${token}`,
    JSON.stringify({ query: `{ researcher(id: "A1") { stats { works } } } # ${MESSAGE}`, variables: { a: MESSAGE } }),
    { cookie: 'session=cookie-secret', 'idempotency-key': 'idempotency-secret' },
  );
  const refused = await send(`Bearer ${expired}`, '{}');
  const basic = await send('Basic dXNlcjpiYXNpYy1zZWNyZXQ=', '{}');
  await fetch(`${app.address}/graphql?query=${MESSAGE}&token=${token}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  await fetch(`${app.address}/nothing/${MESSAGE}?access_token=${token}`);
  for (const answer of [failed, refused, basic]) await app.logged(answer.headers.get('x-request-id'));

  expect(app.log).toContain('A request failed');
  expect(app.log).toContain('A token is not accepted');
  for (const secret of [
    ...[token, expired, 'dXNlcjpiYXNpYy1zZWNyZXQ', 'cookie-secret', 'idempotency-secret'],
    ...[String(process.env.TEST_NEO4J_PASSWORD), 'private.example', 'Secret', '0000-0002-1825-0097'],
    ...[EVIDENCE, INVITATION, MESSAGE, 'authorization'],
  ])
    expect(app.log).not.toContain(secret);
});

import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches } from '../fixtures/records.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { askWith, expectRefusal } from '../support/bearer.js';
import { newKey, now, type SigningKey } from '../support/issuer.js';

let app: TestApp;
let rsa: SigningKey;
let edwards: SigningKey;

beforeAll(async () => {
  app = await startTestApp();
  await importOnline(app.graph.database, inBatches(smallGraph), { maxAuthors: 100 });
  [rsa, edwards] = await Promise.all([newKey('RS256'), newKey('EdDSA')]);
  app.issuer.keys = [...app.issuer.keys, rsa, edwards];
});
afterAll(() => app?.close());

/** What only moderators may do; there is nothing to merge. */
const MERGE = 'mutation { mergeResearchers(keepId: "A1", mergeId: "A1") { id } }';
const codeOf = async (token?: string) => (await app.query(MERGE, {}, token)).errors?.[0]?.extensions.code;

describe('whoever has a good token is known by it', () => {
  test('a moderator may do what others may not', async () => {
    expect(await codeOf(await app.token({ sub: 'alice', roles: ['moderator'] }))).toBe('CONFLICT');
    expect(await codeOf(await app.token({ sub: 'alice', roles: ['reader'] }))).toBe('FORBIDDEN');
    expect(await codeOf(await app.token({ sub: 'alice' }))).toBe('FORBIDDEN');
    const nobody = await app.query(MERGE);
    expect([nobody.status, nobody.errors?.[0]?.extensions.code]).toEqual([200, 'UNAUTHENTICATED']);
  });

  test.each([
    ['RS256', () => rsa],
    ['ES256', () => app.issuer.keys[0] as SigningKey],
    ['EdDSA', () => edwards],
  ])('signed by %s', async (_, key) => {
    expect(await codeOf(await app.issuer.sign({}, {}, key()))).toBe('FORBIDDEN');
  });

  test.each([
    ['an access token', () => ({}), { typ: 'at+jwt' }],
    ['an ID token', () => ({ nonce: 'n', at_hash: 'x', azp: 'research-graph' }), { typ: 'JWT' }],
    ['a token for several', () => ({ aud: ['others', 'research-graph'] }), {}],
    ['one that ended a second ago, since clocks differ', () => ({ exp: now() - 1 }), {}],
    ['one that begins in three seconds', () => ({ nbf: now() + 3 }), {}],
  ])('%s', async (_, claims, header) => {
    expect(await codeOf(await app.issuer.sign(claims(), header))).toBe('FORBIDDEN');
  });

  test('whether the word is Bearer, bearer or BEARER', async () => {
    for (const scheme of ['Bearer', 'bearer', 'BEARER'])
      expect((await askWith(app, `${scheme} ${await app.token({ sub: 'alice' })}`)).status).toBe(200);
  });
});

describe('a bad token is refused wherever a caller matters, and a good one is not in the way', () => {
  const paths = [
    `/graphql?query=${encodeURIComponent('{ graph { maxAuthors } }')}`,
    '/export/works/A1.json',
    '/export/neighbourhood/A1.json',
  ];
  test.each(paths)('%s', async (path) => {
    const preflight = { 'apollo-require-preflight': '1' };
    expectRefusal(await askWith(app, 'Bearer x.y.z', path, preflight));
    expectRefusal(await askWith(app, `Bearer ${await app.issuer.sign({ exp: 1 })}`, path, preflight));
    expect((await askWith(app, `Bearer ${await app.token({ sub: 'alice' })}`, path, preflight)).status).toBe(200);
    expect((await fetch(app.address + path, { headers: preflight })).status).toBe(200);
  });

  test.each(['/healthz', '/readyz'])('but not %s', async (path) => {
    expect((await askWith(app, 'Bearer x.y.z', path)).status).toBe(200);
  });
});

test('where nobody can log in a token is refused too, and there is no form to log in by', async () => {
  const without = await startTestApp({ login: null });
  expectRefusal(
    await askWith(without, `Bearer ${await app.token({ sub: 'alice' })}`),
    'Nobody can log in to this server.',
  );
  expect((await without.query('{ graph { maxAuthors } }')).status).toBe(200);
  for (const path of ['/oidc/auth', '/oidc/.well-known/openid-configuration'])
    expect((await fetch(without.address + path)).status).toBe(404);
  await without.close();
});

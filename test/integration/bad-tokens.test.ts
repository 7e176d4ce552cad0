import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { startTestApp, type TestApp } from '../support/app.js';
import { askWith, expectRefusal } from '../support/bearer.js';
import { newKey, now, type SigningKey } from '../support/issuer.js';

let app: TestApp;
let rsa: SigningKey;

beforeAll(async () => {
  app = await startTestApp();
  rsa = await newKey('RS256');
  app.issuer.keys = [...app.issuer.keys, rsa];
});
afterAll(() => app?.close());

describe('a token that proves nothing is refused, and its bearer is never taken for a caller without one', () => {
  test('expired', async () => {
    expectRefusal(await askWith(app, `Bearer ${await app.issuer.sign({ exp: now() - 60 })}`), 'The token has expired.');
  });

  test.each([
    ['not yet valid', () => ({ nbf: now() + 3_600 })],
    ['of another issuer', () => ({ iss: 'https://elsewhere.example' })],
    ['of an issuer that is called so but for a slash', () => ({ iss: `${app.issuer.settings.url}/` })],
    ['for another audience', () => ({ aud: 'another' })],
    ['for no audience', () => ({ aud: undefined })],
    ['without an end', () => ({ exp: undefined })],
    ['without a beginning', () => ({ iat: undefined })],
    ['without a subject', () => ({ sub: undefined })],
    ['with an empty subject', () => ({ sub: '' })],
    ['with an endless subject', () => ({ sub: 'x'.repeat(256) })],
    ['bound to a key of its holder', () => ({ cnf: { jkt: 'x' } })],
  ])('%s', async (_, claims) => {
    expectRefusal(await askWith(app, `Bearer ${await app.issuer.sign(claims())}`), 'The token is not valid here.');
  });

  test('a note of a logout, which the issuer signs by the same key', async () => {
    expectRefusal(await askWith(app, `Bearer ${await app.issuer.sign({}, { typ: 'logout+jwt' })}`));
  });

  const good = () => ({
    iss: app.issuer.settings.url,
    aud: 'research-graph',
    sub: 'alice',
    roles: ['moderator'],
    iat: now(),
    exp: now() + 300,
  });

  test('not signed', async () => {
    expectRefusal(await askWith(app, `Bearer ${new UnsecuredJWT(good()).encode()}`));
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    const body = Buffer.from(JSON.stringify(good())).toString('base64url');
    for (const token of [`${header}.${body}.`, `${header}.${body}.x`])
      expectRefusal(await askWith(app, `Bearer ${token}`));
  });

  test('signed with what everybody knows, the public key, as a shared secret', async () => {
    const pem = await exportSPKI((await importJWK(rsa.publicJwk, 'RS256', { extractable: true })) as CryptoKey);
    for (const secret of [pem, pem.trim(), JSON.stringify(rsa.publicJwk), String(rsa.publicJwk.n)]) {
      const signer = new SignJWT(good()).setProtectedHeader({ alg: 'HS256', kid: rsa.kid });
      expectRefusal(await askWith(app, `Bearer ${await signer.sign(new TextEncoder().encode(secret))}`));
    }
  });

  test('signed by an algorithm that is not among those taken, though with the right key', async () => {
    const key = await importJWK({ ...(await exportJWK(rsa.privateKey)), alg: 'PS256' }, 'PS256');
    const signer = new SignJWT(good()).setProtectedHeader({ alg: 'PS256', kid: rsa.kid });
    expectRefusal(await askWith(app, `Bearer ${await signer.sign(key)}`));
  });

  test('changed after it was signed', async () => {
    const [header, , signature] = (await app.token({ sub: 'alice' })).split('.');
    const body = Buffer.from(JSON.stringify(good())).toString('base64url');
    expectRefusal(await askWith(app, `Bearer ${header}.${body}.${signature}`));
  });

  test('signed by a key that the issuer does not show, under a name of its own or of another key', async () => {
    const stranger = await newKey();
    expectRefusal(await askWith(app, `Bearer ${await app.issuer.sign(good(), {}, stranger)}`));
    expectRefusal(
      await askWith(app, `Bearer ${await app.issuer.sign(good(), { kid: app.issuer.keys[0]?.kid }, stranger)}`),
    );
  });

  test('bringing its own key along, or naming where to fetch it, which nobody does', async () => {
    const stranger = await newKey();
    let asked = 0;
    const server = createServer((_request, response) => {
      asked++;
      response.end(JSON.stringify({ keys: [stranger.publicJwk] }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const header of [{ jwk: stranger.publicJwk }, { jku: `${address}/keys` }, { x5u: `${address}/certificate` }])
      for (const kid of [stranger.kid, app.issuer.keys[0]?.kid, undefined])
        expectRefusal(await askWith(app, `Bearer ${await app.issuer.sign(good(), { ...header, kid }, stranger)}`));
    server.close();
    expect(asked).toBe(0);
  });

  test.each([
    '',
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Bearer x',
    'Bearer x.y.z',
    'Bearer "x"',
    'Bearerx',
    'Basic YTpi',
    'Basic YTpi, Bearer x',
    `Bearer ${'x'.repeat(9_000)}`,
  ])('the header %p', async (authorization) => {
    expectRefusal(await askWith(app, authorization));
  });

  test('two headers at once', async () => {
    const token = `Bearer ${await app.token({ sub: 'alice' })}`;
    const status = await new Promise((resolve) =>
      request(`${app.address}/graphql?query={graph{version}}`, {
        headers: ['host', 'here', 'authorization', token, 'authorization', token, 'apollo-require-preflight', '1'],
      })
        .on('response', (response) => resolve(response.resume().statusCode))
        .end(),
    );
    expect(status).toBe(401);
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTestApp, type TestApp } from '../support/app.js';
import { askWith, expectRefusal } from '../support/bearer.js';
import { newKey, startIssuer } from '../support/issuer.js';

const apps: TestApp[] = [];
const serve = async (...overrides: Parameters<typeof startTestApp>) => {
  const app = await startTestApp(...overrides);
  apps.push(app);
  return app;
};
afterAll(async () => {
  for (const app of apps) await app.close();
});
afterEach(() => jest.restoreAllMocks());

/** Lets so many seconds pass for all who look at the clock, without waiting. */
function pass(seconds: number): void {
  const later = Date.now() + seconds * 1_000;
  jest.spyOn(Date, 'now').mockReturnValue(later);
}

describe("the issuer's keys", () => {
  test('are asked for once, by the first token', async () => {
    const app = await serve();
    expect((await app.query('{ graph { maxAuthors } }')).status).toBe(200);
    expect(app.issuer.keyRequests).toBe(0);
    const tokens = await Promise.all(['a', 'b', 'c', 'd'].map((sub) => app.token({ sub })));
    const answers = await Promise.all(tokens.map((token) => app.query('{ graph { maxAuthors } }', {}, token)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(app.issuer.keyRequests).toBe(1);
  });

  test('may change: a new one is found when it is first used, a withdrawn one is believed for ten minutes at most', async () => {
    const app = await serve();
    const old = app.issuer.keys[0];
    const next = await newKey();
    const status = async (key = old) => (await askWith(app, `Bearer ${await app.issuer.sign({}, {}, key)}`)).status;
    expect(await status()).toBe(200);
    app.issuer.keys = [next];
    pass(31);
    expect(await status(next)).toBe(200);
    expect(await status(old)).toBe(401);
    const other = await newKey();
    app.issuer.keys = [other];
    pass(601);
    expect(await status(next)).toBe(401);
    expect(await status(other)).toBe(200);
  });

  test('are not asked for again by each token that names an unknown one', async () => {
    const app = await serve();
    const stranger = await newKey();
    for (let at = 0; at < 20; at++)
      expectRefusal(await askWith(app, `Bearer ${await app.issuer.sign({}, { kid: `unknown-${at}` }, stranger)}`));
    expect(app.issuer.keyRequests).toBe(1);
  });

  test('are still known while the issuer is away for a moment', async () => {
    const app = await serve();
    const token = await app.token({ sub: 'alice' });
    expect((await askWith(app, `Bearer ${token}`)).status).toBe(200);
    await app.issuer.close();
    expect((await askWith(app, `Bearer ${token}`)).status).toBe(200);
  });
});

/** An issuer whose documents are of the test's choosing. */
async function oddIssuer(documents: (url: string) => Readonly<Record<string, string>>) {
  const server = createServer((request, response) => {
    const document = documents(url)[request.url ?? ''];
    response.writeHead(document === undefined ? 500 : 200).end(document);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, close: () => server.close() };
}

const CONFIGURATION = '/.well-known/openid-configuration';

describe('where the issuer does not answer as it should, a token can be neither believed nor refused', () => {
  async function expectUnavailable(app: TestApp, token: string) {
    for (const path of [undefined, '/export/works/A1.json']) {
      const { status, headers, text } = await askWith(app, `Bearer ${token}`, path);
      expect([status, headers.get('retry-after')]).toEqual([503, '5']);
      expect(JSON.parse(text).errors[0].extensions.code).toBe('UNAVAILABLE');
      expect(text).not.toContain('127.0.0.1');
    }
    expect((await app.query('{ graph { maxAuthors } }')).data).toEqual({ graph: { maxAuthors: 100 } });
  }

  test('since it is down', async () => {
    const down = await startIssuer();
    await down.close();
    const app = await serve({ login: down.settings });
    await expectUnavailable(app, await down.token({ sub: 'alice' }));
  });

  test.each([
    ['it fails', () => ({})],
    ['what it says is no JSON', () => ({ [CONFIGURATION]: '<html>' })],
    ['it calls itself by another name', () => ({ [CONFIGURATION]: '{"issuer": "https://elsewhere.example"}' })],
    ['it names no keys', (issuer: string) => ({ [CONFIGURATION]: JSON.stringify({ issuer }) })],
    [
      'its keys come over plain http from elsewhere',
      (issuer: string) => ({ [CONFIGURATION]: JSON.stringify({ issuer, jwks_uri: 'http://192.0.2.1/keys' }) }),
    ],
    [
      'its keys fail',
      (issuer: string) => ({ [CONFIGURATION]: JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }) }),
    ],
    [
      'its keys are none',
      (issuer: string) => ({
        [CONFIGURATION]: JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }),
        '/keys': '{"keys": 1}',
      }),
    ],
  ])('since %s', async (_, documents) => {
    const odd = await oddIssuer(documents);
    const signer = await startIssuer();
    const app = await serve({ login: { ...signer.settings, url: odd.url } });
    await expectUnavailable(app, await signer.sign({ iss: odd.url }));
    odd.close();
    await signer.close();
  });
});

import { connect } from 'node:net';
import { startTestApp, type TestApp } from '../support/app.js';

const SITE = 'https://site.example';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ trustedProxies: 1, corsOrigins: [SITE, 'http://localhost:3000'] });
});
afterAll(() => app?.close());

const graphql = (headers: Record<string, string> = {}, body = '{"query":"{ graph { version } }"}') =>
  ({ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }) satisfies RequestInit;

/** One of each kind of answer. */
const ANSWERS: [name: string, path: string, init: RequestInit][] = [
  ['data', '/graphql', graphql()],
  ['a refusal of GraphQL’s', '/graphql', graphql({}, '{"query":"{"}')],
  ['a body that cannot be read', '/graphql', graphql({}, '{"query": ')],
  ['a token that is not accepted', '/graphql', graphql({ authorization: 'Bearer x' })],
  ['another method', '/graphql', { method: 'PUT', body: 'x' }],
  ['a file', '/export/neighbourhood/A1.json', {}],
  ['a page', '/', {}],
  ['GraphiQL', '/graphiql', {}],
  ['how to log in', '/login.json', {}],
  ['health', '/healthz', {}],
  ['metrics', '/metrics', {}],
  ['nothing', '/nothing', {}],
  ['nothing that can be read', '/%ff', {}],
];
const fetched = (path: string, init: RequestInit = {}) => fetch(`${app.address}${path}`, init);

describe('every answer tells browsers to be careful with it', () => {
  test.each(ANSWERS)('%s', async (_, path, init) => {
    const { headers } = await fetched(path, init);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('also what is no HTTP', async () => {
    const socket = connect(Number(new URL(app.address).port), '127.0.0.1');
    socket.end('this is no HTTP\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += chunk;
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(text).toContain('x-content-type-options: nosniff');
    expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n')))).toEqual({
      errors: [{ message: 'Bad Request.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

describe('behind TLS', () => {
  // An address that cannot be read is answered before anything asks what proxies say.
  const routed = ANSWERS.filter(([, path]) => path !== '/%ff');
  test.each(routed)('browsers are told to stay with it: %s', async (_, path, init) => {
    const behind = { ...init, headers: { ...init.headers, 'x-forwarded-proto': 'https' } };
    expect((await fetched(path, behind)).headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect((await fetched(path, init)).headers.get('strict-transport-security')).toBeNull();
  });

  test('but not by the word of a client whom no proxy stands for', async () => {
    const direct = await startTestApp();
    try {
      const { headers } = await fetch(`${direct.address}/healthz`, { headers: { 'x-forwarded-proto': 'https' } });
      expect(headers.get('strict-transport-security')).toBeNull();
    } finally {
      await direct.close();
    }
  });
});

describe('pages of other origins', () => {
  const preflight = (origin: string) => ({
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    },
  });
  const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin');

  test('may ask and read where they are on the list, with a token and never with cookies', async () => {
    const asked = await fetched('/graphql', preflight(SITE));
    expect([asked.status, allowed(asked)]).toEqual([204, SITE]);
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
    expect(asked.headers.get('access-control-allow-headers')).toMatch(/authorization.*content-type.*idempotency-key/);
    const answer = await fetched('/graphql', graphql({ origin: SITE }));
    expect([answer.status, allowed(answer)]).toEqual([200, SITE]);
    expect(answer.headers.get('vary')).toContain('Origin');
    expect(answer.headers.get('access-control-expose-headers')).toMatch(/retry-after.*x-request-id/);
    for (const { headers } of [asked, answer]) expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('read files, and what went wrong, too', async () => {
    for (const [path, init] of [
      ['/export/neighbourhood/A1.json', { headers: { origin: SITE } }],
      ['/graphql', graphql({ origin: SITE }, '{')],
      ['/nothing', { headers: { origin: SITE } }],
    ] as const)
      expect(allowed(await fetched(path, init))).toBe(SITE);
  });

  test.each([
    'https://other.example',
    'https://site.example.evil.example',
    'http://site.example',
    'https://site.example:8443',
    'https://SITE.example',
    'null',
    '*',
  ])('not %s, which is not on the list', async (origin) => {
    expect(allowed(await fetched('/graphql', preflight(origin)))).toBeNull();
    expect(allowed(await fetched('/graphql', graphql({ origin })))).toBeNull();
  });

  test('nor any where there is no list', async () => {
    const closed = await startTestApp();
    try {
      const asked = await fetch(`${closed.address}/graphql`, preflight(SITE));
      expect([asked.status, allowed(asked)]).toEqual([405, null]);
      expect(allowed(await fetch(`${closed.address}/graphql`, graphql({ origin: SITE })))).toBeNull();
    } finally {
      await closed.close();
    }
  });

  test('metrics are for none of them', async () => {
    expect(allowed(await fetched('/metrics', { headers: { origin: SITE } }))).toBeNull();
  });
});

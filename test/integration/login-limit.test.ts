import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp, type TestApp } from '../support/app.js';

const LIMIT = 5;
const home = mkdtempSync(join(tmpdir(), 'login-limit-'));
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ login: 'development', home, loginRateLimit: LIMIT, trustedProxies: 1 });
});
afterAll(async () => {
  await app?.close();
  rmSync(home, { recursive: true });
});

const get = (path: string, from: string) =>
  fetch(`${app.address}${path}`, { headers: { 'x-forwarded-for': from }, redirect: 'manual' });
async function untilRefused(path: string, from: string): Promise<Response> {
  for (let at = 0; at < LIMIT; at++) expect((await get(path, from)).status).not.toBe(429);
  return get(path, from);
}

test.each([
  ['/login.json', '192.0.2.1'],
  ['/oidc/.well-known/openid-configuration', '192.0.2.2'],
  ['/oidc/auth?client_id=nobody', '192.0.2.3'],
  ['/oidc/interaction/guessed', '192.0.2.4'],
])('an address may ask %s so often in a minute, then it is told when to come back', async (path, from) => {
  const refused = await untilRefused(path, from);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
});

test('others, and what is no login, are answered as before', async () => {
  await untilRefused('/login.json', '192.0.2.5');
  expect((await get('/login.json', '192.0.2.6')).status).toBe(200);
  expect((await get('/healthz', '192.0.2.5')).status).toBe(200);
  expect((await get('/export/neighbourhood/A1.json', '192.0.2.5')).status).toBe(404);
});

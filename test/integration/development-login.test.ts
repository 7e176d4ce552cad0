import { rmSync } from 'node:fs';
import { decodeJwt } from 'jose';
import { Browser, beginLogin, codeByForm } from '../support/browser.js';
import { newHome } from '../support/homes.js';
import { type ServeCommand, startServe } from '../support/serve-command.js';

let home: string;
let server: ServeCommand;

beforeAll(async () => {
  home = newHome('login-');
  server = await startServe(home);
}, 120_000);
afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true });
});

const MERGE = '{"query": "mutation { mergeResearchers(keepId: \\"A1\\", mergeId: \\"A1\\") { id } }"}';
async function codeOf(token: string, address = server.address): Promise<string> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: MERGE,
  });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return errors[0]?.extensions.code ?? '';
}

const ALICE = { sub: 'alice', orcid: 'https://orcid.org/0000-0002-1825-0097', moderator: 'on' };

/** Logs in and fetches the tokens. */
async function tokensOf(form: Readonly<Record<string, string>>, origin = server.address) {
  const browser = new Browser(origin);
  const { address, exchange } = beginLogin(origin);
  const answer = await codeByForm(browser, address, form);
  const { status, text } = await browser.open('/oidc/token', exchange(answer.get('code') ?? ''));
  expect(status).toBe(200);
  return JSON.parse(text) as { access_token: string; id_token: string; expires_in: number };
}

test('the server says that anybody may log in, and where', () => {
  expect(server.printed).toContain(`Anybody on this machine can log in as anybody, by ${server.address}/oidc`);
});

test('a page finds the issuer, sends its user to the form, and gets a token that the API knows', async () => {
  const browser = new Browser(server.address);
  const found = JSON.parse((await browser.open('/oidc/.well-known/openid-configuration')).text);
  expect(found).toMatchObject({
    issuer: `${server.address}/oidc`,
    authorization_endpoint: `${server.address}/oidc/auth`,
    token_endpoint: `${server.address}/oidc/token`,
    code_challenge_methods_supported: ['S256'],
  });
  const { address, back, exchange } = beginLogin(server.address);
  const answer = await codeByForm(browser, address, ALICE);
  expect(Object.fromEntries(answer)).toMatchObject({ state: 'state-of-the-page', iss: found.issuer });
  const { text } = await browser.open('/oidc/token', exchange(answer.get('code') ?? ''));
  const { access_token, id_token, expires_in } = JSON.parse(text);
  expect(expires_in).toBe(3_600);
  expect(decodeJwt(id_token)).toMatchObject({ iss: found.issuer, aud: 'research-graph-page', sub: 'alice' });
  expect(decodeJwt(access_token)).toMatchObject({
    aud: 'research-graph',
    sub: 'alice',
    name: 'alice',
    orcid: '0000-0002-1825-0097',
    roles: ['moderator'],
  });
  expect(await codeOf(access_token)).toBe('CONFLICT');
  // Who is logged in is not asked again.
  const again = await browser.open(address);
  expect(again.next).toMatch(new RegExp(`^${back}\\?code=`));
});

test('whoever does not say that they are a moderator is none', async () => {
  const { access_token } = await tokensOf({ sub: 'bob', orcid: '' });
  expect(decodeJwt(access_token)).not.toHaveProperty('orcid');
  expect(await codeOf(access_token)).toBe('FORBIDDEN');
});

test('an ID token is for the page: the API takes access tokens alone', async () => {
  expect(await codeOf((await tokensOf(ALICE)).id_token)).toBe('UNAUTHENTICATED');
});

test('by each name of this machine the issuer is at the address that was asked', async () => {
  const origin = server.address.replace('127.0.0.1', 'localhost');
  const { access_token, id_token } = await tokensOf(ALICE, origin);
  expect(decodeJwt(id_token).iss).toBe(`${origin}/oidc`);
  expect(await codeOf(access_token)).toBe('CONFLICT');
});

describe('the form', () => {
  async function opened() {
    const browser = new Browser(server.address);
    const { next } = await browser.open(beginLogin(server.address).address);
    return { browser, next };
  }

  test('runs no script, loads nothing, is framed by nobody', async () => {
    const { browser, next } = await opened();
    const { status, headers, text } = await browser.open(next);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = headers.get('content-security-policy');
    for (const rule of ["default-src 'none'", "script-src 'none';", "form-action 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(text).not.toMatch(/<script|<link|src=|https?:|\son\w+=/);
  });

  test.each([
    ['no name', { sub: ' ' }, 'Give a name'],
    ['a name that is too long', { sub: 'x'.repeat(101) }, 'Give a name'],
    ['an iD whose last digit is wrong', { sub: 'carol', orcid: '0000-0002-1825-0098' }, 'That is no ORCID iD.'],
  ])('is shown again after %s', async (_, form, problem) => {
    const { browser, next } = await opened();
    const { status, text } = await browser.open(next, form);
    expect(status).toBe(400);
    expect(text).toContain(problem);
  });

  test('shows what was typed as text', async () => {
    const { browser, next } = await opened();
    const { text } = await browser.open(next, { sub: '"><script>x</script>', orcid: '"><b>' });
    expect(text).not.toMatch(/<script|<b>/);
    expect(text).toContain('&quot;&gt;&lt;script&gt;');
  });

  test('belongs to the browser that began the login', async () => {
    const { next } = await opened();
    expect((await new Browser(server.address).open(next, ALICE)).status).toBe(404);
  });
});

describe('nothing is issued', () => {
  test.each([
    ['for another page', { client_id: 'another' }],
    ['to another place', { redirect_uri: 'https://elsewhere.example/login/callback' }],
    ['to another place of this machine', { redirect_uri: 'http://127.0.0.1:1/login/callback' }],
  ])('%s, and the browser is sent nowhere', async (_, changed) => {
    const { status, next, text } = await new Browser(server.address).open(beginLogin(server.address, changed).address);
    expect([status, next]).toEqual([400, '']);
    expect(text).toContain('The login did not work');
  });

  test.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with PKCE that hides nothing', { code_challenge_method: 'plain' }],
    ['in the address itself', { response_type: 'token' }],
  ])('%s', async (_, changed) => {
    const { next } = await new Browser(server.address).open(beginLogin(server.address, changed).address);
    expect(next).toContain(`${server.address}/login/callback`);
    expect(next).toContain('error=');
    expect(next).not.toMatch(/code=[^&]|token=/);
  });

  test('for a code without its verifier, with another one, or a second time', async () => {
    const browser = new Browser(server.address);
    const begun = beginLogin(server.address);
    const code = async () => (await codeByForm(new Browser(server.address), begun.address, ALICE)).get('code') ?? '';
    expect((await browser.open('/oidc/token', begun.exchange(await code(), ''))).status).toBe(400);
    expect((await browser.open('/oidc/token', begun.exchange(await code(), 'x'.repeat(43)))).status).toBe(400);
    const once = await code();
    expect((await browser.open('/oidc/token', begun.exchange(once))).status).toBe(200);
    expect((await browser.open('/oidc/token', begun.exchange(once))).status).toBe(400);
  });

  test('to who comes by another name, or through a proxy', async () => {
    const { request } = await import('node:http');
    const status = (headers: Record<string, string>) =>
      new Promise((resolve) =>
        request(`${server.address}/oidc/.well-known/openid-configuration`, { headers })
          .on('response', (response) => resolve(response.resume().statusCode))
          .end(),
      );
    expect(await status({ host: 'attacker.example' })).toBe(403);
    expect(await status({ host: 'localhost.attacker.example:4000' })).toBe(403);
    expect(await status({ host: '127.0.0.1:4000@attacker.example' })).toBe(403);
    expect(await status({ host: '127.0.0.1:99999' })).toBe(403);
    expect(await status({ host: '[::1]:4000' })).toBe(200);
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect(await status({ [name]: 'x' })).toBe(403);
    expect(await status({})).toBe(200);
  });
});

test('a page may ask for somebody else to log in', async () => {
  const browser = new Browser(server.address);
  await codeByForm(browser, beginLogin(server.address).address, ALICE);
  for (const prompt of ['login', 'login consent']) {
    const { address, exchange } = beginLogin(server.address, { prompt });
    const answer = await codeByForm(browser, address, { sub: `not alice but ${prompt}` });
    const { text } = await browser.open('/oidc/token', exchange(answer.get('code') ?? ''));
    const { access_token } = JSON.parse(text);
    expect(decodeJwt(access_token)).toMatchObject({ sub: `not alice but ${prompt}`, roles: [] });
  }
});

test('logging out ends the login of the browser', async () => {
  const browser = new Browser(server.address);
  const begun = beginLogin(server.address);
  await codeByForm(browser, begun.address, ALICE);
  const { text, headers } = await browser.open('/oidc/session/end');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(text) ?? [];
  await browser.open('/oidc/session/end/confirm', { xsrf, logout: 'yes' });
  expect((await browser.open(begun.address)).next).toContain('/oidc/interaction/');
});

test('cookies are of the login alone, and no script can read them', async () => {
  const browser = new Browser(server.address);
  const { headers } = await browser.open(beginLogin(server.address).address);
  for (const cookie of headers.getSetCookie()) expect(cookie).toMatch(/; path=\/oidc\/.*samesite=lax; httponly/);
  expect((await browser.open('/healthz')).headers.getSetCookie()).toEqual([]);
});

test('nothing of all this was worth a warning', () => {
  // On a busy machine the database may be late for a moment, which is another matter.
  const printed = server.printed.replace(/^.*"pulse".*$/gm, '');
  expect(printed).not.toMatch(/WARNING|NOTICE|oidc-provider|"level":[45]0/);
});

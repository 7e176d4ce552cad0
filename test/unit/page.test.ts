import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FastifyInstance, fastify } from 'fastify';
import { addPage, sentToGraphiQL } from '../../src/http/page.js';

let folder: string;
let app: FastifyInstance;

/** A build in small: the rules are about files, whatever is in them. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Page</title>');
  writeFileSync(join(folder, 'graphiql.html'), '<title>GraphiQL</title>');
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'index-1a2b.js'), 'go()');
  writeFileSync(join(folder, '.built-from'), 'secret');
  app = fastify();
  await addPage(app, folder);
  app.get('/graphql', (request, reply) => (sentToGraphiQL(request, reply) ? reply : { data: null }));
});
afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test.each([
  '/',
  '/researcher/demo:jingzhao-zhang',
  '/work/arxiv:hep-th/9901001',
  '/work/https%3A%2F%2Fdoi.org%2F10.1%2Fx',
  '/topic/T11612?years=2020-2022',
  '/institution/I1',
  '/explore/A1',
  '/account',
  '/login/callback?code=x',
])('%s is the page', async (address) => {
  const { statusCode, body, headers } = await get(address);
  expect([statusCode, body, headers['content-type']]).toEqual([200, '<title>Page</title>', 'text/html; charset=utf-8']);
  // A new build is seen at once.
  expect(headers['cache-control']).toBe('no-cache');
});

test('no script and no style of another place, or written into a document, runs on the page', async () => {
  const policy = String((await get('/')).headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("style-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('how to log in is said at /login.json; an issuer elsewhere is the one place that the page may ask besides', async () => {
  const nobody = await get('/login.json');
  expect([nobody.statusCode, nobody.json()]).toEqual([200, null]);
  const login = { issuer: 'https://login.example/realms/site', clientId: 'my-page', token: 'access_token' } as const;
  const other = fastify();
  await addPage(other, folder, login);
  expect((await other.inject('/login.json')).json()).toEqual(login);
  const policy = String((await other.inject('/')).headers['content-security-policy']);
  expect(policy).toContain("connect-src 'self' https://login.example;");
  expect(policy).toContain("script-src 'self';");
  await other.close();
});

test('GraphiQL may set styles, but runs no script that stands in a document either', async () => {
  const { body, headers } = await get('/graphiql?query=x');
  expect(body).toContain('GraphiQL');
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline';");
});

test('files whose name changes with their content are kept for good, and nothing else of the build is given out', async () => {
  const script = await get('/assets/index-1a2b.js');
  expect(script.statusCode).toBe(200);
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  for (const address of ['/assets/../.built-from', '/assets/%2e%2e%2f.built-from', '/.built-from', '/assets/'])
    expect([address, (await get(address)).body]).toEqual([address, expect.not.stringContaining('secret')]);
});

test('a file that is not there is a 404, for a browser with the page, for others as JSON', async () => {
  expect((await get('/assets/gone.js')).statusCode).toBe(404);
  const shown = await get('/gone', browser);
  expect([shown.statusCode, shown.body]).toEqual([404, '<title>Page</title>']);
  const told = await get('/gone');
  expect([told.statusCode, told.json().errors[0].extensions.code]).toEqual([404, 'NOT_FOUND']);
});

test('a browser that is pointed at the API is sent to GraphiQL with its query; programs are answered', async () => {
  const sent = await get('/graphql?query=%7Bgraph%7D', browser);
  expect([sent.statusCode, sent.headers.location]).toEqual([302, '/graphiql?query=%7Bgraph%7D']);
  expect((await get('/graphql', browser)).headers.location).toBe('/graphiql');
  expect((await get('/graphql', { accept: 'application/json' })).json()).toEqual({ data: null });
});

test('a server whose page is not built says how to build it, and works otherwise', async () => {
  const bare = fastify();
  await addPage(bare, join(folder, 'nothing'));
  const { statusCode, body } = await bare.inject('/');
  expect([statusCode, body]).toEqual([404, expect.stringContaining('npm run build')]);
  await bare.close();
});

import { execFile } from 'node:child_process';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { newHome } from '../support/homes.js';
import { commandEnvironment, type ServeCommand, startServe } from '../support/serve-command.js';

let home: string;
let server: ServeCommand;
/** Made by several at once, before there is a server or a key. */
let first: readonly string[];

async function token(args: readonly string[], variables: Readonly<Record<string, string>> = {}, at = home) {
  const run = promisify(execFile)('node', ['dist/main.js', 'token', ...args], {
    env: commandEnvironment(at, variables),
  });
  const { stdout } = await run;
  return stdout.trim();
}
const refusal = (args: readonly string[], variables: Readonly<Record<string, string>> = {}, at = home) =>
  token(args, variables, at).then(
    (made) => `made ${made}`,
    ({ stderr }: { stderr: string }) => stderr,
  );

async function ask(bearer: string) {
  const response = await fetch(`${server.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: '{"query": "mutation { mergeResearchers(keepId: \\"A1\\", mergeId: \\"A1\\") { id } }"}',
  });
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return { code: errors[0]?.extensions.code, left: Number(response.headers.get('x-ratelimit-remaining')) };
}

beforeAll(async () => {
  home = newHome('token-');
  first = await Promise.all([token(['--sub', 'alice']), token(['--sub', 'bob', '--role', 'moderator'])]);
  server = await startServe(home);
}, 120_000);
afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true });
});

test('a token that was made before there was a server is good for it, whatever its port', async () => {
  const [alice = '', bob = ''] = first;
  expect((await ask(alice)).code).toBe('FORBIDDEN');
  expect((await ask(bob)).code).toBe('CONFLICT');
});

test('it says of its bearer what was asked for', async () => {
  const made = await token(
    [
      '--sub',
      'carol',
      '--name',
      'Carol C.',
      '--email',
      'c@example.org',
      '--role',
      'reader',
      '--role',
      'moderator',
    ].concat(['--orcid', 'https://orcid.org/0000-0002-1825-0097', '--expires', '90s']),
  );
  const { iat = 0, exp, ...claims } = decodeJwt(made);
  expect(claims).toMatchObject({
    sub: 'carol',
    name: 'Carol C.',
    email: 'c@example.org',
    orcid: '0000-0002-1825-0097',
    roles: ['reader', 'moderator'],
  });
  expect(exp).toBe(iat + 90);
  expect(decodeProtectedHeader(made)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
});

test('all tokens of one name are of one account', async () => {
  const one = await ask(await token(['--sub', 'dan']));
  const other = await ask(await token(['--sub', 'dan', '--name', 'Daniel', '--expires', '7d']));
  expect(other.left).toBeLessThan(one.left);
});

test('the key is for its owner alone', () => {
  expect(statSync(join(home, 'login-key.json')).mode & 0o777).toBe(0o600);
});

test('a token of another home is not accepted', async () => {
  const other = newHome('token-');
  expect((await ask(await token(['--sub', 'alice'], {}, other))).code).toBe('UNAUTHENTICATED');
  rmSync(other, { recursive: true });
});

test.each([
  [
    'AUTH_ISSUER names another',
    { AUTH_ISSUER: 'https://login.example', AUTH_AUDIENCE: 'x' },
    'AUTH_ISSUER is set to https://login.example',
  ],
  ['others reach the server', { HOST: '0.0.0.0' }, 'Nobody can log in'],
  ['a proxy leads to it', { TRUST_PROXY: '1' }, 'Nobody can log in'],
  ['the login is off', { AUTH_ISSUER: 'off' }, 'Nobody can log in'],
])('where %s no token is made, and one sentence says why', async (_, variables, sentence) => {
  const said = await refusal(['--sub', 'alice'], variables);
  expect(said).toContain(sentence);
  expect(said.trim().split('\n')).toHaveLength(1);
});

test.each([
  [['--sub', 'alice', '--orcid', '0000-0002-1825-0098'], 'That is no ORCID iD.'],
  [['--sub', 'alice', '--expires', 'soon'], 'It must be a time such as'],
])('%j is refused', async (args, sentence) => {
  expect(await refusal(args)).toContain(sentence);
});

test('a damaged key is named', async () => {
  const other = newHome('token-');
  writeFileSync(join(other, 'login-key.json'), '{');
  expect(await refusal(['--sub', 'alice'], {}, other)).toMatch(/login-key\.json is damaged: delete it/);
  rmSync(other, { recursive: true });
});

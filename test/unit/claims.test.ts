import { viewerOfClaims } from '../../src/auth/claims.js';
import { type Issuer, ORCID_ISSUER } from '../../src/auth/issuer.js';

const issuer: Issuer = { url: 'https://login.example', audience: 'api', rolesClaim: 'roles', orcidClaim: 'orcid' };
const viewer = (claims: object, changed: Partial<Issuer> = {}) =>
  viewerOfClaims({ sub: 'alice', ...claims }, { ...issuer, ...changed });

describe('the key of an account', () => {
  test('is the same for a subject of an issuer, whatever else a token says', () => {
    expect(viewer({ name: 'A', iat: 1 }).id).toBe(viewer({ name: 'B', roles: ['x'] }).id);
    expect(viewer({}).id).toMatch(/^u-[\w-]{22}$/);
  });

  test('is of that subject and that issuer alone, and names neither', () => {
    const ids = [
      viewer({}),
      viewer({ sub: 'Alice' }),
      viewer({ sub: 'alice ' }),
      viewer({}, { url: 'https://login.example/' }),
      viewer({}, { url: 'https://other.example' }),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.join()).not.toContain('alice');
  });
});

describe('roles', () => {
  test.each([
    [
      ['moderator', 'reader'],
      ['moderator', 'reader'],
    ],
    ['moderator reader', ['moderator', 'reader']],
    ['moderator', ['moderator']],
    ['', []],
    [undefined, []],
    [null, []],
    [7, []],
    [{ moderator: true }, []],
    [
      ['a', 1, null, ['moderator'], 'a', ''],
      ['a', 'a'],
    ],
    [['moderator\u0000', 'mod\u200berator', ' moderator', 'x'.repeat(101)], []],
  ])('as %j', (roles, known) => {
    expect(viewer({ roles }).roles).toEqual([...new Set(known)]);
  });

  test('are a hundred at most', () => {
    expect(viewer({ roles: Array.from({ length: 1_000 }, (_, at) => `r${at}`) }).roles).toHaveLength(100);
  });

  test.each([
    ['realm_access.roles', { realm_access: { roles: ['moderator'] } }],
    ['resource_access.api.roles', { resource_access: { api: { roles: ['moderator'] } } }],
    ['https://site.example/roles', { 'https://site.example/roles': ['moderator'] }],
    ['groups', { groups: 'moderator' }],
  ])('may be found by %s', (rolesClaim, claims) => {
    expect(viewer(claims, { rolesClaim }).roles).toEqual(['moderator']);
    expect(viewer({ roles: ['moderator'] }, { rolesClaim }).roles).toEqual([]);
  });

  test.each(['constructor.name', '__proto__.roles', 'realm_access.roles.0.length', 'roles.length'])(
    'are none by %s',
    (rolesClaim) => {
      expect(viewer({ roles: 'moderator', realm_access: null }, { rolesClaim }).roles).toEqual([]);
    },
  );
});

describe('an ORCID iD', () => {
  test.each([
    '0000-0002-1825-0097',
    'https://orcid.org/0000-0002-1825-0097',
    'http://orcid.org/0000-0002-1825-0097',
    ' 0000-0002-1825-0097 ',
  ])('is known as %s', (orcid) => {
    expect(viewer({ orcid }).orcid).toBe('0000-0002-1825-0097');
  });

  test.each(['0000-0002-1694-233X', '0000-0002-1694-233x'])('may end with an X: %s', (orcid) => {
    expect(viewer({ orcid }).orcid).toBe('0000-0002-1694-233X');
  });

  test.each([
    '0000-0002-1825-0098',
    '0000-0002-1825-009X',
    '0000-0001-1825-0097',
    '0000000218250097',
    'https://elsewhere.example/0000-0002-1825-0097',
    '0000-0002-1825-0097 or another',
    '',
    7,
    null,
    ['0000-0002-1825-0097'],
  ])('is none as %j', (orcid) => {
    expect(viewer({ orcid }).orcid).toBeNull();
  });

  test("is the subject of ORCID's own tokens", () => {
    const claims = { sub: '0000-0002-1825-0097', given_name: 'Josiah', family_name: 'Carberry' };
    expect(viewer(claims, { url: ORCID_ISSUER, orcidClaim: 'sub' })).toMatchObject({
      orcid: '0000-0002-1825-0097',
      name: 'Josiah Carberry',
    });
  });
});

describe('a name', () => {
  test.each([
    [{ name: 'Ada Łukasz', preferred_username: 'ada' }, 'Ada Łukasz'],
    [{ name: ' ', preferred_username: 'ada' }, 'ada'],
    [{ family_name: 'Łukasz' }, 'Łukasz'],
    [{ name: ['Ada'] }, null],
    [{}, null],
    [{ name: 'Ada\u0000\n\u001b[31m \u202eŁ\u2028' }, 'Ada [31m Ł'],
    [{ name: 'x'.repeat(1_000) }, 'x'.repeat(200)],
    [{ name: '\ud800x' }, '\ufffdx'],
  ])('of %j', (claims, name) => {
    expect(viewer(claims).name).toBe(name);
  });
});

test('an e-mail address is taken, but for one that the issuer says it has not verified', () => {
  expect(viewer({ email: 'a@example.org' }).email).toBe('a@example.org');
  expect(viewer({ email: 'a@example.org', email_verified: true }).email).toBe('a@example.org');
  expect(viewer({ email: 'a@example.org', email_verified: false }).email).toBeNull();
  expect(viewer({ email: { a: 1 } }).email).toBeNull();
});

test('who is named as a moderator is one, whatever the token says, and nobody else', () => {
  const moderators = ['alice', '0000-0002-1825-0097'];
  expect(viewer({ roles: ['reader'] }, { moderators }).roles).toEqual(['reader', 'moderator']);
  expect(viewer({ roles: ['moderator'] }, { moderators }).roles).toEqual(['moderator']);
  expect(viewer({ sub: 'Alice' }, { moderators }).roles).toEqual([]);
});

import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { buildAppSchema } from '../../src/app.js';
import { importOnline } from '../../src/ingest/online/import-online.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { openTestDatabase, type TestDatabase } from '../support/graph.js';
import { type Caller, caller, deeds } from '../support/people.js';
import { batchesFrom, researcher, work } from '../support/records.js';

type Who = 'nobody' | 'member' | 'other' | 'owner' | 'moderator';
const everybody: readonly Who[] = ['nobody', 'member', 'other', 'owner', 'moderator'];

const [LOGIN, NO, HIDDEN, OK] = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'OK'] as const;
type Verdict = typeof LOGIN | typeof NO | typeof HIDDEN | 'CONFLICT' | 'BAD_USER_INPUT' | typeof OK;

/**
 * What each kind of caller gets: nobody, a member without a record, a member who owns A2 and sent an invitation to A1, the
 * owner of A1, a moderator. `$claim` is the owner's claim, `$waiting` one of a further member, `$invitation` the pending one.
 */
const mutations: Readonly<Record<string, readonly [text: string, ...verdicts: Verdict[]]>> = {
  followResearcher: [deeds.follow('A3'), LOGIN, OK, OK, OK, OK],
  unfollowResearcher: [deeds.unfollow('A3'), LOGIN, OK, OK, OK, OK],
  claimResearcher: [deeds.claim('A1'), LOGIN, 'CONFLICT', 'CONFLICT', OK, 'CONFLICT'],
  updateProfile: [deeds.profile('headline: "Words."'), LOGIN, NO, OK, OK, NO],
  sendMessage: [deeds.send('$invitation', 'Hi'), LOGIN, HIDDEN, 'CONFLICT', 'CONFLICT', HIDDEN],
  inviteToCollaborate: [deeds.invite('A1'), LOGIN, NO, OK, NO, NO],
  respondToInvitation: [deeds.respond('$invitation', true), LOGIN, HIDDEN, NO, OK, HIDDEN],
  withdrawInvitation: [deeds.withdrawInvitation('$invitation'), LOGIN, HIDDEN, OK, NO, HIDDEN],
  reviewClaim: [deeds.review('$waiting', false), LOGIN, NO, NO, NO, OK],
  mergeResearchers: ['mutation { mergeResearchers(keepId: "A1", mergeId: "A4") { id } }', LOGIN, NO, NO, NO, OK],
  splitResearcher: ['mutation { splitResearcher(researcherId: "A1", workIds: ["W1"]) { id } }', LOGIN, NO, NO, NO, OK],
  undoCuration: ['mutation { undoCuration(curationId: "none") { id } }', LOGIN, NO, NO, NO, HIDDEN],
  withdrawClaim: [deeds.withdrawClaim('$claim'), LOGIN, HIDDEN, HIDDEN, OK, HIDDEN],
  deleteAccount: [deeds.deleteAccount, LOGIN, OK, OK, OK, OK],
};

/** After any other that was done the world begins anew, since it stands in the way of the next one who may do it. */
const LEAVES_OTHERS_FREE = ['followResearcher', 'unfollowResearcher', 'claimResearcher', 'updateProfile'];

/** Questions about what is not for everybody; where a verdict is OK, what the answer must hold. */
const questions: Readonly<Record<string, readonly [text: string, ...verdicts: (Verdict | RegExp)[]]>> = {
  pendingClaims: ['{ pendingClaims { nodes { id evidence claimant { name } } } }', LOGIN, NO, NO, NO, /Because/],
  auditLog: ['{ auditLog { nodes { name action } } }', LOGIN, NO, NO, NO, /INVITE/],
  'viewer, for nobody but oneself': [
    '{ viewer { name claims { evidence } sent: invitations(box: SENT) { nodes { message } } } }',
    ...[/"viewer":null/, /"Member","claims":\[\],"sent":\{"nodes":\[\]/, /Other.*Shall we/, /Owner.*It is me/],
    /"Moderator","claims":\[\],"sent":\{"nodes":\[\]/,
  ],
  'the names of moderators': [
    '{ researcher(id: "A5") { curations { by } } }',
    ...everybody.map((who) => (who === 'moderator' ? /"Moderator"/ : /"by":"moderator"/)),
  ],
  'a claim, by node': ['{ node(id: "$claim") { id } }', ...everybody.map(() => /"node":null/)],
  'an invitation, by node': ['{ node(id: "$invitation") { id } }', ...everybody.map(() => /"node":null/)],
  'an account, by node': ['{ node(id: "$account") { id } }', ...everybody.map(() => /"node":null/)],
};

/** Types that hold what is not for everybody. */
const PRIVATE = ['Viewer', 'Claim', 'Claimant', 'Invitation', 'Message', 'FeedItem', 'AuditEntry'];

describe('who may do and see what', () => {
  let app: TestApp;
  let graph: TestDatabase;
  let callers: Record<Who, Caller>;
  let ids: Record<string, string>;

  async function begin(): Promise<void> {
    await graph.query('MATCH (n) WHERE NOT n:Meta DETACH DELETE n');
    const records = [
      ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((id) => researcher({ id, name: `Name ${id}` })),
      ...['W1', 'W2'].map((id) => work({ id, authors: [{ researcherId: 'A1' }] })),
    ];
    await importOnline(app.graph.database, batchesFrom('openalex', records), { maxAuthors: 100 });
    const named = async (who: Who, roles: readonly string[] = []) =>
      [who, await caller(app, { sub: who, name: `${who[0]?.toUpperCase()}${who.slice(1)}`, roles })] as const;
    callers = Object.fromEntries([
      ['nobody', await caller(app)],
      ...(await Promise.all([named('member'), named('other'), named('owner'), named('moderator', ['moderator'])])),
    ]) as Record<Who, Caller>;
    const { owner, other, moderator } = callers;
    const further = await caller(app, { sub: 'further', name: 'Further' });
    const claim = (await owner.ask(deeds.claim('A1'))).claimResearcher.id;
    const second = (await other.ask(deeds.claim('A2'))).claimResearcher.id;
    for (const id of [claim, second]) await moderator.ask(deeds.review(id, true));
    const waiting = (await further.ask(deeds.claim('A3', 'Because.'))).claimResearcher.id;
    const invitation = (await other.ask(deeds.invite('A1'))).inviteToCollaborate.id;
    await moderator.ask('mutation { mergeResearchers(keepId: "A5", mergeId: "A6") { id } }');
    const account = (await owner.ask('{ viewer { id } }')).viewer.id;
    ids = { claim, waiting, invitation, account };
  }
  const named = (text: string): string =>
    Object.entries(ids).reduce((before, [name, id]) => before.replaceAll(`$${name}`, id), text);

  beforeAll(async () => {
    app = await startTestApp();
    graph = await openTestDatabase();
    await begin();
  });
  afterAll(async () => {
    await graph?.database.close();
    await app?.close();
  });

  describe.each(Object.entries(mutations))('%s', (mutation, [text, ...verdicts]) => {
    test.each(everybody.map((who, at) => [who, verdicts[at] as Verdict] as const))('%s: %s', async (who, verdict) => {
      if (verdict !== OK) expect((await callers[who].refused(named(text)))[0]).toBe(verdict);
      else {
        expect(await callers[who].ask(named(text))).toBeTruthy();
        if (!LEAVES_OTHERS_FREE.includes(mutation)) await begin();
      }
    });

    test('a bad token: refused before anything is looked at', async () => {
      const { status, data, errors } = await app.query(named(text), {}, 'no.good.token');
      expect([status, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([401, undefined, [LOGIN]]);
    });
  });

  describe.each(Object.entries(questions))('%s', (_, [text, ...verdicts]) => {
    test.each(everybody.map((who, at) => [who, verdicts[at]] as const))('%s: %s', async (who, verdict) => {
      if (verdict instanceof RegExp) expect(JSON.stringify(await callers[who].ask(named(text)))).toMatch(verdict);
      else expect((await callers[who].refused(named(text)))[0]).toBe(verdict);
    });

    test('a bad token: refused, not taken for nobody', async () => {
      expect((await app.query(named(text), {}, 'no.good.token')).status).toBe(401);
    });
  });

  test('every mutation is in this table, and declares who may use it', async () => {
    const fields = Object.keys((await buildAppSchema()).getMutationType()?.getFields() ?? {});
    expect(Object.keys(mutations).sort()).toEqual(fields.sort());
    const declared = getMetadataStorage().authorizedFields.map(({ fieldName }) => fieldName);
    expect(fields.filter((field) => !declared.includes(field))).toEqual([]);
  });

  test('nothing private is reached by way of the graph: only viewer, pendingClaims and auditLog lead to it', async () => {
    const schema = await buildAppSchema();
    const doors = ['viewer', 'pendingClaims', 'auditLog'];
    const open = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((field) => !doors.includes(field));
    expect(reachable(schema, open).filter((type) => PRIVATE.includes(type))).toEqual([]);
    expect(reachable(schema, doors)).toEqual(expect.arrayContaining(PRIVATE));
  });
});

/** Names of the object types to which fields of Query lead. */
function reachable(schema: GraphQLSchema, fields: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const visit = (type: unknown): void => {
    const named = getNamedType(type as never);
    if (isInterfaceType(named) || isUnionType(named)) {
      for (const possible of schema.getPossibleTypes(named)) visit(possible);
      return;
    }
    if (!isObjectType(named) || seen.has(named.name)) return;
    seen.add(named.name);
    for (const field of Object.values(named.getFields())) visit(field.type);
  };
  for (const field of fields) visit(schema.getQueryType()?.getFields()[field]?.type);
  return [...seen];
}

import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches } from '../fixtures/records.js';
import { smallGraph } from '../fixtures/small-graph.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
  await importOnline(app.graph.database, inBatches(smallGraph), { maxAuthors: 100 });
});
afterAll(() => app?.close());

/** A question that moderators alone have answered. */
const MERGE = 'mutation { mergeResearchers(keepId: "A1", mergeId: "A1") { id } }';

test('whoever is a moderator by their token may do what moderators do, others may not', async () => {
  const query = MERGE;
  const anonymous = await app.query(query);
  const known = await app.query(query, {}, await app.token({ sub: 'alice' }));
  const moderator = await app.query(query, {}, await app.token({ sub: 'alice', roles: ['moderator'] }));
  expect([anonymous, known, moderator].map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'CONFLICT',
  ]);
  expect(anonymous.status).toBe(200);
});

test.each(['Basic YTpi', 'Bearer', 'Bearer a b', 'Bearer x.y.z'])('%s is refused', async (authorization) => {
  const answer = await fetch(`${app.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ query: '{ graph { version } }' }),
  });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer error="invalid_token", error_description="[^"]+"$/);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

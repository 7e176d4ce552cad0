import { importOnline } from '../../src/ingest/online/import-online.js';
import { inBatches, work } from '../fixtures/records.js';
import { openTestDatabase, type TestDatabase, wipe } from '../support/graph.js';
import { newHome } from '../support/homes.js';
import { type ServeCommand, startServe } from '../support/serve-command.js';

const GRAPHQL = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
/** Stacks, files, statements, addresses of the inside, and what the graph was spoilt with. */
const INSIDE =
  /node_modules|\bat .*\(.*:\d+:\d+\)|\.[jt]s:\d+|stacktrace|MATCH |UNWIND|\.cypher|bolt:|neo4j|127\.0\.0\.1|localhost|secret/i;

let graph: TestDatabase;
beforeAll(async () => {
  graph = await openTestDatabase();
  await wipe(graph);
  await importOnline(graph.database, inBatches([work({ id: 'W1', by: ['A1', 'A2'] })]), { maxAuthors: 100 });
  // What no import would write: one fails when it is written out, the other within its statement.
  await graph.query("MATCH (r:Researcher {id: 'A1'}) SET r.worksCount = 'secret of bolt://db'");
  await graph.query("MATCH (m:Meta {id: 'graph'}) SET m.version = ['secret']");
});
afterAll(() => graph?.database.close());

describe.each(['production', 'development'])('with NODE_ENV=%s', (NODE_ENV) => {
  let server: ServeCommand;
  beforeAll(async () => {
    const variables = { NODE_ENV, WARM_UP: 'off', AUTH_ISSUER: 'off' };
    server = await startServe(newHome('hygiene-'), variables);
  });
  afterAll(() => server?.stop());

  const post = (body: string, headers: Record<string, string> = GRAPHQL) => ({ method: 'POST', headers, body });
  const query = (text: string) => post(JSON.stringify({ query: text }));

  test.each<[string, string, RequestInit, number, string]>([
    ['broken JSON', '/graphql', post('{"query": '), 400, 'BAD_REQUEST'],
    ['JSON that would change a prototype', '/graphql', post('{"__proto__": {"x": 1}}'), 400, 'BAD_REQUEST'],
    ['no JSON object', '/graphql', post('"query"'), 400, 'BAD_REQUEST'],
    ['several requests in one', '/graphql', post('[{"query":"{ __typename }"}]'), 400, 'BAD_REQUEST'],
    ['an empty body', '/graphql', post(''), 400, 'BAD_REQUEST'],
    ['too large a body', '/graphql', post(JSON.stringify({ query: `# ${'x'.repeat(1_100_000)}` })), 413, 'BAD_REQUEST'],
    ['another content type', '/graphql', post('<q/>', { 'content-type': 'application/xml' }), 415, 'BAD_REQUEST'],
    [
      'a form',
      '/graphql',
      post('query=x', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'BAD_REQUEST',
    ],
    ['no content type', '/graphql', { method: 'POST', body: new Uint8Array([1, 2, 3]) }, 415, 'BAD_REQUEST'],
    ['another method', '/graphql', { method: 'DELETE' }, 405, 'BAD_REQUEST'],
    ['a syntax error', '/graphql', query('{ graph {'), 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '/graphql', query('{ nothing }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a variable of another type',
      '/graphql',
      query('query ($n: Int!) { works(first: $n) { totalCount } }'),
      400,
      'BAD_USER_INPUT',
    ],
    ['a statement that fails', '/graphql', query('{ graph { version } }'), 200, 'INTERNAL_SERVER_ERROR'],
    [
      'a value that cannot be written out',
      '/graphql',
      query('{ researcher(id: "A1") { stats { works } } }'),
      200,
      'INTERNAL_SERVER_ERROR',
    ],
    ['an unknown path', '/nothing', {}, 404, 'NOT_FOUND'],
    ['a path that climbs', '/assets/..%2f..%2fpackage.json', {}, 403, 'BAD_REQUEST'],
    ['a path that cannot be decoded', '/%ff', {}, 400, 'BAD_REQUEST'],
    ['an unknown file', '/export/works/A1.exe', {}, 404, 'NOT_FOUND'],
    ['a file of nobody', '/export/works/A999.bib', {}, 404, 'NOT_FOUND'],
    ['a parameter that is none', '/export/neighbourhood/A1.json?depth=x', {}, 400, 'BAD_USER_INPUT'],
  ])('%s is answered in JSON, and tells nothing of the inside', async (_, path, init, status, code) => {
    const answer = await fetch(server.address + path, init);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, expect.stringMatching(/json/)]);
    const { errors } = JSON.parse(text);
    expect(errors[0]).toMatchObject({ message: expect.any(String), extensions: { code } });
    if (code === 'INTERNAL_SERVER_ERROR')
      expect(errors[0].extensions).toEqual({ code, id: answer.headers.get('x-request-id') });
    expect(text).not.toMatch(INSIDE);
  });
});

import { createServer } from 'node:net';
import { GraphQLError, GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { pino } from 'pino';
import { buildAppSchema } from '../../src/app.js';
import { createContext } from '../../src/context.js';
import { Database } from '../../src/core/database.js';
import { LoaderFactory } from '../../src/core/loaders.js';
import { loadStatements } from '../../src/core/queries.js';
import { loaderDeclarations } from '../../src/features.js';
import { createHttpServer, type HttpOptions } from '../../src/http/server.js';
import { projectPath } from '../../src/project.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.close());

const GRAPHQL = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
const post = (body: string, headers: Record<string, string> = GRAPHQL) =>
  fetch(`${app.address}/graphql`, { method: 'POST', headers, body });

test('says that it is alive, and that the database answers', async () => {
  const healthy = await fetch(`${app.address}/healthz`);
  expect([healthy.status, await healthy.json()]).toEqual([200, { status: 'alive' }]);
  const ready = await fetch(`${app.address}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
});

test('answers GET with a preflight header, and refuses one that a web page could send unasked', async () => {
  const url = `${app.address}/graphql?query=${encodeURIComponent('{ graph { maxAuthors } }')}`;
  const answer = await fetch(url, { headers: { 'apollo-require-preflight': '1' } });
  expect(await answer.json()).toEqual({ data: { graph: { maxAuthors: 100 } } });
  expect((await fetch(url)).status).toBe(400);
});

describe('whatever is sent, the answer is JSON with errors, and tells nothing of the inside', () => {
  test.each([
    ['broken JSON', '{"query": ', undefined, 400],
    ['no query', '{}', undefined, 400],
    ['a syntax error', JSON.stringify({ query: '{ graph { ' }), undefined, 400],
    ['an unknown field', JSON.stringify({ query: '{ nothing }' }), undefined, 400],
    ['another content type', 'query=1', { 'content-type': 'application/xml' }, 415],
    [
      'a body of more than 200,000 bytes',
      JSON.stringify({ query: `{ graph { version } } # ${'x'.repeat(200_000)}` }),
      undefined,
      413,
    ],
  ])('%s', async (_, body, headers, status) => {
    const answer = await post(body, headers);
    const text = await answer.text();
    expect(answer.status).toBe(status);
    expect(JSON.parse(text).errors[0].message).toEqual(expect.any(String));
    expect(text).not.toMatch(/node_modules|at .*\.js:|stacktrace|MATCH|bolt:/);
  });

  test('a query of more than 2,000 tokens is not read on', async () => {
    // Fields, one name and four braces. So many fields are too many to be answered, not to be read.
    const query = (fields: number) => JSON.stringify({ query: `{ graph { ${'version '.repeat(fields)}} }` });
    const codeOf = async (fields: number) => {
      const { errors } = (await (await post(query(fields))).json()) as { errors?: { extensions: { code: string } }[] };
      return errors?.[0]?.extensions.code;
    };
    expect([await codeOf(1_994), await codeOf(1_997)]).toEqual(['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED']);
  });

  test('a path that cannot be decoded', async () => {
    const answer = await fetch(`${app.address}/%ff`);
    expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ message: expect.any(String) }] }]);
  });

  test('another method', async () => {
    const answer = await fetch(`${app.address}/graphql`, { method: 'PUT', body: 'x' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  test('a path that is not there', async () => {
    const answer = await fetch(`${app.address}/nothing`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });
});

/** A server with parts of the test's choosing, closed when `use` is done. */
async function withServer(
  options: Omit<HttpOptions, 'log'>,
  use: (address: string, logged: () => string) => Promise<void>,
) {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const http = await createHttpServer({ ...options, log });
  try {
    await use(await http.listen({ host: '127.0.0.1', port: 0 }), () => lines.join(''));
  } finally {
    await http.close();
  }
}

const ask = async (address: string, query: string) => {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return {
    status: response.status,
    headers: response.headers,
    ...((await response.json()) as { errors: GraphQLError[]; data: object }),
  };
};

test('a failure of ours is masked by an id, which finds it in the log', async () => {
  const failing = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        tooLarge: { type: GraphQLInt, resolve: () => 4_000_000_000 },
        crash: {
          type: new GraphQLNonNull(GraphQLString),
          resolve: () => Promise.reject(new Error('secret of bolt://db')),
        },
      },
    }),
  });
  const { graph } = app;
  const factory = new LoaderFactory(loaderDeclarations, graph.database);
  const context = () => createContext(factory, graph.database, 100);
  await withServer(
    { schema: failing, createContext: context, verifyDatabase: async () => {} },
    async (address, logged) => {
      const answer = await ask(address, '{ crash }');
      const [error] = answer.errors;
      expect(JSON.stringify(answer)).not.toContain('secret');
      expect(error?.extensions).toEqual({
        code: 'INTERNAL_SERVER_ERROR',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      const [large] = (await ask(address, '{ tooLarge }')).errors;
      expect(large?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', id: expect.any(String) });
      const entry = logged()
        .split('\n')
        .find((line) => line.includes(String(error?.extensions.id)));
      expect(entry).toContain('secret of bolt://db');
    },
  );
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('without its database it answers 503, says when to come back, and that it is not ready', async () => {
  const uri = `bolt://127.0.0.1:${await closedPort()}`;
  const options = { uri, user: 'neo4j', password: 'x', database: 'neo4j', statementTimeout: 1_000 };
  const database = new Database(options, loadStatements(projectPath('cypher')));
  const factory = new LoaderFactory(loaderDeclarations, database);
  const schema = await buildAppSchema();
  const createContextNow = () => createContext(factory, database, 100);
  await withServer(
    { schema, createContext: createContextNow, verifyDatabase: () => database.verify() },
    async (address) => {
      const answer = await ask(address, '{ researcher(id: "A1") { name } }');
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(answer.errors[0]).toMatchObject({
        message: expect.stringContaining('cannot be reached'),
        extensions: { code: 'UNAVAILABLE' },
      });
      expect((await fetch(`${address}/readyz`)).status).toBe(503);
      expect((await fetch(`${address}/healthz`)).status).toBe(200);
    },
  );
  await database.close();
});

test('a request under way is answered when the server closes, which then does not wait for the client to leave', async () => {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const resolve = () => {
    begin();
    return new Promise((done) => setTimeout(done, 300, 'done'));
  };
  const slow = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { slow: { type: GraphQLString, resolve } } }),
  });
  const { graph } = app;
  const factory = new LoaderFactory(loaderDeclarations, graph.database);
  const context = () => createContext(factory, graph.database, 100);
  let answer: ReturnType<typeof ask> | undefined;
  await withServer({ schema: slow, createContext: context, verifyDatabase: async () => {} }, async (address) => {
    answer = ask(address, '{ slow }');
    await begun;
  });
  expect(await answer).toMatchObject({ status: 200, data: { slow: 'done' } });
});

test('many questions at once wait for their turn instead of failing', async () => {
  const fields = Array.from({ length: 50 }, (_, at) => `s${at}: search(query: "word ${at}") { nodes { id } }`);
  // The first of its kind is planned, which takes its time.
  await app.query('{ search(query: "word") { nodes { id } } }');
  const requests = Array.from({ length: 2 }, () => app.query(`{ ${fields.join(' ')} }`));
  expect((await Promise.all(requests)).flatMap(({ errors }) => errors ?? [])).toEqual([]);
});

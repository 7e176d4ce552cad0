import { getIntrospectionQuery } from 'graphql';
import { type Answer, startTestApp, type TestApp } from '../support/app.js';
import { ask, DEAR, LIMIT, NAME, newCaller, TOO_MANY, TOO_MANY_NODES } from '../support/limits.js';
import { statementsDuring } from '../support/statements.js';

let limited: TestApp;
let unlimited: TestApp;

beforeAll(async () => {
  limited = await startTestApp({ rateLimit: LIMIT, trustedProxies: 1 });
  unlimited = await startTestApp();
});
afterAll(async () => {
  for (const app of [limited, unlimited]) await app?.close();
});

describe('what is too dear is refused before the database is asked', () => {
  const refused = async (app: TestApp, query: string, variables?: object) => {
    let answer: Answer | undefined;
    const statements = await statementsDuring(app.graph.database, async () => {
      answer = await ask(app, query, newCaller(), variables);
    });
    expect(statements).toEqual([]);
    expect(answer?.status).toBe(400);
    expect(answer?.data).toBeUndefined();
    expect(answer?.errors).toHaveLength(1);
    return answer?.errors?.[0];
  };

  test('more nodes than a request may touch', async () => {
    const error = await refused(unlimited, `{ ${TOO_MANY} }`);
    expect(error?.message).toContain(`${TOO_MANY_NODES} nodes`);
    expect(error?.extensions).toEqual({
      code: 'TOO_COMPLEX',
      cost: 101,
      nodeCount: TOO_MANY_NODES,
      values: expect.any(Number),
      limit: 100_000,
    });
  });

  test('more values than an answer may hold, as by many names for one text', async () => {
    const titles = Array.from({ length: 90 }, (_, at) => `t${at}: title`).join(' ');
    const query = `{ nodes(ids: ["A1", "A2"]) { ... on Researcher { works(first: 100) { nodes { references(first: 100) { nodes { ${titles} } } } } } } }`;
    expect(await refused(unlimited, query)).toMatchObject({
      message: expect.stringContaining('values'),
      extensions: { code: 'TOO_COMPLEX', nodeCount: 2 + 200 + 20_000, limit: 1_000_000 },
    });
  });

  test('bylines under more names than an answer can hold', async () => {
    const bylines = Array.from({ length: 90 }, (_, at) => `b${at}: byline`).join(' ');
    expect(await refused(unlimited, `{ works(first: 100) { nodes { ${bylines} } } }`)).toMatchObject({
      message: expect.stringContaining('values'),
      extensions: { code: 'TOO_COMPLEX', nodeCount: 100, limit: 1_000_000 },
    });
    const one = await ask(unlimited, '{ works(first: 100) { nodes { byline } } }', newCaller());
    expect(one.errors).toBeUndefined();
  });

  test('more paths, slices or suggestions than a request may start, though of each but a number is asked', async () => {
    const dear = 'path(from: "A1", to: "A2", maxLength: 8) { length }';
    const many = (count: number) => `{ ${Array.from({ length: count }, (_, at) => `p${at}: ${dear}`).join(' ')} }`;
    const ofMany = 'query ($ids: [ID!]!) { collaborators(ids: $ids) { researcher { a: FIELD b: FIELD } } }';
    const ids = Array.from({ length: 500 }, (_, at) => `A${at}`);
    const dearly = {
      message: expect.stringContaining('dear fields'),
      extensions: { code: 'TOO_COMPLEX', limit: 5_000 },
    };
    expect(await refused(unlimited, many(7))).toMatchObject(dearly);
    for (const field of ['suggestedCollaborators { score }', 'neighbourhood { totals { works } }'])
      expect(await refused(unlimited, ofMany.replaceAll('FIELD', field), { ids })).toMatchObject(dearly);
    expect((await ask(unlimited, many(6), newCaller())).errors).toBeUndefined();
  });

  test('but not a subgraph of the most nodes with its evidence', async () => {
    const query = 'query ($ids: [ID!]!) { subgraph(ids: $ids) { nodes { id } edges { id works { id } } } }';
    const ids = Array.from({ length: 300 }, (_, at) => `A${at}`);
    expect((await ask(unlimited, query, newCaller(), { ids })).errors).toBeUndefined();
  });

  test('page sizes in variables are seen', async () => {
    const query = `query ($n: Int = 100) { ${TOO_MANY.replace('(first: 100)', '(first: $n)')} }`;
    expect(await refused(unlimited, query)).toMatchObject({ extensions: { code: 'TOO_COMPLEX' } });
    expect((await ask(unlimited, query, newCaller(), { n: 1 })).errors).toBeUndefined();
  });

  test('more points than a minute gives', async () => {
    const query = DEAR.replace('first: 10)', 'first: 25)');
    expect(await refused(limited, `{ ${query} }`)).toMatchObject({
      extensions: { code: 'TOO_COMPLEX', cost: 26, nodeCount: 100 + 2_500 + 2_500, limit: LIMIT },
    });
  });

  test('lists within lists without any argument, twelve levels deep', async () => {
    const levels = 6;
    const query = `{ researcher(id: "A1") ${'{ works { nodes { authors { nodes '.repeat(levels / 2)}{ name }${' } } } }'.repeat(levels / 2)} }`;
    expect(await refused(unlimited, query)).toMatchObject({ extensions: { code: 'TOO_COMPLEX' } });
  });

  test('more levels, aliases or fields at the root than a request may have', async () => {
    const many = (count: number, text: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => text(at)).join(' ');
    const deep = `researcher(id: "A1") ${'{ collaborators(first: 1) { nodes '.repeat(8)}{ id }${' } }'.repeat(8)}`;
    for (const query of [
      deep,
      many(60, (at) => `a${at}: ${NAME}`),
      `graph { ${many(200, (at) => `a${at}: version`)} }`,
    ])
      expect(await refused(unlimited, `{ ${query} }`)).toMatchObject({
        message: expect.stringContaining('more than'),
        extensions: { code: 'TOO_COMPLEX', limit: expect.any(Number) },
      });
  });

  test('a null where a field takes none, though its variable may be null', async () => {
    const query = `query ($id: ID = "A1") { researcher(id: $id) { name } ${DEAR.replace('researcher', 'b: researcher')} }`;
    expect(await refused(unlimited, query, { id: null })).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  test('introspection is not', async () => {
    const { data, errors } = await ask(
      unlimited,
      getIntrospectionQuery({
        inputValueDeprecation: true,
        oneOf: true,
        schemaDescription: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
      }),
      newCaller(),
    );
    expect(errors).toBeUndefined();
    expect(data.__schema.types.length).toBeGreaterThan(20);
  });

  test.each(['mutation', 'subscription'])(
    'a %s that the schema does not have is an error of the client',
    async (kind) => {
      const error = await refused(unlimited, `${kind} { a }`);
      expect(error).toMatchObject({
        message: expect.stringMatching(new RegExp(kind, 'i')),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      });
    },
  );
});

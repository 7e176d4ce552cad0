import fc from 'fast-check';
import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { buildAppSchema } from '../../src/app.js';
import { createContext } from '../../src/context.js';
import { LoaderFactory } from '../../src/core/loaders.js';
import { loaderDeclarations } from '../../src/features.js';
import { isCompilable } from '../../src/http/compilable.js';
import { CompiledOperations } from '../../src/http/compiled-operations.js';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { queryFiles, queryText } from '../support/examples-page.js';
import { type RandomOperation, randomQuery } from '../support/random-operations.js';

/** How often an operation is asked: the last times it is compiled. */
const TIMES = 4;

describe('an operation that comes again and again', () => {
  let app: TestApp;
  let schema: GraphQLSchema;
  let compiled: CompiledOperations;
  /** Of each execution, whether it was compiled. */
  let ways: boolean[] = [];
  let texts = 0;
  let answered = 0;
  let wereCompiled = 0;
  let failed = 0;

  beforeAll(async () => {
    app = await startTestApp();
    await loadDemoWhereEmpty(app.graph.database, 100);
    schema = await buildAppSchema();
    compiled = new CompiledOperations(schema, (was) => ways.push(was));
  });
  afterAll(() => app?.close());

  const context = () => {
    const { database } = app.graph;
    return createContext(new LoaderFactory(loaderDeclarations, database), database, 100);
  };
  /** How many steps of an error's path lead to what is null there; the whole path where nothing is. */
  function depthOfNull({ data }: ExecutionResult, path: GraphQLError['path'] = []): number {
    let value: unknown = data;
    for (const [depth, step] of path.entries()) {
      if (value === null) return depth;
      value = (value as Record<string | number, unknown>)[step];
    }
    return path.length;
  }
  /** The null that an error made, as a path. */
  const nulled = (result: ExecutionResult, { path }: GraphQLError) =>
    JSON.stringify(path?.slice(0, depthOfNull(result, path)));

  /** As it would be written; errors in any order. Of several that make one null, graphql-js says the first alone. */
  function written(result: ExecutionResult, plain: ExecutionResult) {
    const said = new Set(plain.errors?.map((error) => JSON.stringify(error)));
    const nulls = new Set(plain.errors?.map((error) => nulled(plain, error)));
    const errors = (result.errors ?? []).filter(
      (error) => said.has(JSON.stringify(error)) || !nulls.has(nulled(plain, error)),
    );
    return { data: JSON.stringify(result.data), errors: errors.map((error) => JSON.stringify(error)).sort() };
  }

  async function expectTheSame({ text, variables }: RandomOperation): Promise<void> {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const plain = await execute({ schema, document, variableValues: variables, contextValue: context() });
    // What takes long at one time need not at another.
    if (plain.errors?.some(({ extensions }) => extensions.code === 'TIMEOUT')) return;
    if (plain.errors) failed++;
    if (plain.data && Object.values(plain.data).some((value) => value !== null)) answered++;
    const expected = written(plain, plain);
    const queryHash = String(texts++);
    ways = [];
    for (let time = 0; time < TIMES; time++) {
      const asked = { document, queryHash, operationName: undefined, isQuery: true, variables, context: context() };
      const { data, errors } = written(await compiled.execute(asked), plain);
      expect({ text, variables, errors, same: data === expected.data }).toEqual({
        ...{ text, variables, errors: expected.errors, same: true },
      });
    }
    // What is wrong with variables graphql-js says.
    const isLast = isCompilable(document) && plain.data !== undefined;
    if (isLast) wereCompiled++;
    expect(ways).toEqual([false, false, isLast, isLast]);
  }

  test.each(queryFiles)('%s is answered to the letter as before', (file) =>
    expectTheSame({ text: queryText(file), variables: {} }),
  );

  test('any operation is answered to the letter as before, errors included', async () => {
    [answered, failed, wereCompiled] = [0, 0, 0];
    await fc.assert(fc.asyncProperty(randomQuery(schema, 3), expectTheSame), { numRuns: 150 });
    // All of it is seen often.
    expect(wereCompiled).toBeGreaterThan(20);
    expect(answered).toBeGreaterThan(20);
    expect(failed).toBeGreaterThan(20);
  }, 600_000);

  test('of two errors that make one null, the one that was said before is said', () =>
    expectTheSame({
      text: '{ works { facets { types { value } sources(first: -1) { value } topics(first: 101) { works } } } }',
      variables: {},
    }));

  test('what is wrong with its variables is said as before', async () => {
    const text = 'query One($id: ID!, $first: Int) { researcher(id: $id) { works(first: $first) { totalCount } } }';
    const wrong = [{}, { id: null }, { id: 'A1', first: 'ten' }, { id: 'A1', first: 1.5 }, { id: {}, first: 3e9 }];
    for (const variables of wrong) await expectTheSame({ text, variables });
    expect(failed).toBeGreaterThanOrEqual(wrong.length);
  });

  test.each([
    [
      'a text that would run as code',
      '{ researcher(id: "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d0)+(globalThis.ran=1)+String(1") { id } }',
    ],
    ['a default that is a text', 'query ($id: ID! = "A1") { researcher(id: $id) { id } }'],
    ['a condition', 'query ($no: Boolean = false) { topics { nodes { id @include(if: $no) name } } }'],
    ['names that may be taken for a path', '{ topics { a: totalCount } a_topics: topics { totalCount } }'],
    ['a name that objects have', '{ topics { __proto__: totalCount } }'],
    ['a literal with parts', '{ researchers(filter: { minWorks: 2 }) { totalCount } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
  ])('%s is not compiled', async (_, text) => {
    const document = parse(text);
    const asked = { document, queryHash: text, operationName: undefined, isQuery: true, variables: {} };
    expect(validate(schema, document)).toEqual([]);
    ways = [];
    for (let time = 0; time < TIMES; time++)
      expect((await compiled.execute({ ...asked, context: context() })).data).toBeDefined();
    expect(ways).toEqual([false, false, false, false]);
    expect(globalThis).not.toHaveProperty('ran');
  });

  test('one that would be very much code is not compiled, also where conditions leave most of it out', async () => {
    const twice = (below: string) => `a: collaborators { nodes { ${below} } } b: collaborators { nodes { ${below} } }`;
    const fragments = Array.from(
      { length: 40 },
      (_, at) => `fragment F${at} on Researcher { ${twice(at === 39 ? 'id' : `...F${at + 1}`)} }`,
    );
    const text = `query Two($no: Boolean!) { researcher(id: "A1") @include(if: $no) { ...F0 } } ${fragments.join(' ')}`;
    const asked = { document: parse(text), queryHash: 'large', operationName: undefined, isQuery: true };
    ways = [];
    for (let time = 0; time < TIMES; time++) {
      const { errors } = await compiled.execute({ ...asked, variables: { no: false }, context: context() });
      expect(errors).toBeUndefined();
    }
    expect(ways).toEqual([false, false, false, false]);
  });

  test('a failure of ours is told as before', async () => {
    const asked = { document: parse('{ topics(first: 1) { totalCount } }'), queryHash: 'broken', isQuery: true };
    for (let time = 0; time < TIMES; time++) {
      const { errors } = await compiled.execute({ ...asked, operationName: undefined, variables: {}, context: {} });
      expect(errors).toHaveLength(1);
      expect(errors?.[0]).toBeInstanceOf(GraphQLError);
      expect(errors?.[0]).toMatchObject({
        path: ['topics', 'totalCount'],
        extensions: {},
        originalError: expect.any(TypeError),
      });
    }
  });

  test('a mutation is never compiled', async () => {
    const text = 'mutation { followResearcher(researcherId: "demo:jingzhao-zhang") { id } }';
    const asked = { document: parse(text), queryHash: 'mutation', operationName: undefined, isQuery: false };
    for (let time = 0; time < TIMES; time++) {
      const { data, errors = [] } = await compiled.execute({ ...asked, variables: {}, context: context() });
      expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([null, ['UNAUTHENTICATED']]);
    }
  });
});

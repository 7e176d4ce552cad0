import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { buildAppSchema } from '../../src/app.js';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';

/** Ids that are there, that are not, and what nobody would call an id. */
const ids = fc.oneof(
  fc.constantFrom(
    'demo:jingzhao-zhang',
    'arxiv:1905.11881',
    'T11612',
    'demo:google',
    'A1',
    'W0',
    '',
    ' ',
    'x'.repeat(3_000),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.toWellFormed()),
);
/** What Lucene, Cypher, cursors and JSON might take for their own. */
const texts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '"',
    '(',
    '[',
    'AND',
    'a~',
    '*',
    '/',
    '\\',
    'a OR',
    '`',
    "' RETURN 1 //",
    '$keys',
    '{}',
    'null',
    'WyJ4Il0',
  ),
  fc.constantFrom('gradient', 'Łukasz', 'neural net*', 'x'.repeat(2_000), '\u0000', '👩‍🔬', '﷽'.repeat(50)),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.toWellFormed()),
);
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(0, -1, 100, 101, 500, 2_147_483_647, -2_147_483_648, 1_990, 2_026),
);

/** Any value that a client may send for an input type. */
function anyOf(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return anyOf(type.ofType as GraphQLInputType).filter((value) => value !== null);
  return fc.option(presentOf(type), { nil: null, freq: 6 });
}
function presentOf(type: GraphQLInputType): fc.Arbitrary<unknown> {
  if (isListType(type)) return fc.array(anyOf(type.ofType as GraphQLInputType), { maxLength: 4 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const required = fields.filter(({ type: of }) => isNonNullType(of)).map(({ name }) => name);
    const values = Object.fromEntries(fields.map((field) => [field.name, anyOf(field.type)]));
    return fc.record(values, { requiredKeys: required });
  }
  return { ID: ids, String: texts, Int: numbers, Boolean: fc.boolean(), DateTime: texts }[String(type)] ?? texts;
}

interface Asked {
  readonly path: readonly string[];
  readonly field: GraphQLField<unknown, unknown>;
}
const argumentsOf = ({ field }: Asked) =>
  fc.record(Object.fromEntries(field.args.map((argument: GraphQLArgument) => [argument.name, anyOf(argument.type)])), {
    requiredKeys: field.args.filter(({ type }) => isNonNullType(type)).map(({ name }) => name),
  });

/** A selection that says something of any type. */
const selection = (field: GraphQLField<unknown, unknown>, schema: GraphQLSchema): string => {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return schema.getType(type.name) && 'getFields' in type ? '{ __typename }' : '';
  const parts = Object.values(type.getFields()).filter(
    ({ args, type: of }) => args.length === 0 && !('getFields' in getNamedType(of)),
  );
  const edges = type.getFields().pageInfo ? ' edges { cursor } pageInfo { hasNextPage }' : '';
  return `{ __typename ${parts.map(({ name }) => name).join(' ')}${edges} }`;
};

/** Failures of the server's, and of this test's. */
const OURS = ['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];

describe('whatever arguments are sent', () => {
  let answered = 0;
  let app: TestApp;
  let schema: GraphQLSchema;
  let token: string;
  beforeAll(async () => {
    app = await startTestApp();
    await loadDemoWhereEmpty(app.graph.database, 100);
    schema = await buildAppSchema();
    token = await app.token({ sub: 'fuzz', roles: ['moderator'] });
  });
  afterAll(() => app?.close());

  /** One request for a field, its arguments as variables. */
  async function ask({ path, field }: Asked, variables: object): Promise<void> {
    const named = field.args.filter(({ name }) => Object.hasOwn(variables, name));
    const declared = named.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    const given = named.map(({ name }) => `${name}: $${name}`).join(', ');
    const inner = `${field.name}${given && `(${given})`} ${selection(field, schema)}`;
    const text = path.reduceRight((body, step) => `${step} { ${body} }`, inner);
    const operation = path[0] === 'mutation' ? 'mutation' : 'query';
    const body = operation === 'mutation' ? inner : text;
    const { errors = [], data } = await app.query(
      `${operation}${declared && ` (${declared})`} { ${body} }`,
      variables,
      token,
    );
    if (errors.length === 0 && data) answered++;
    const codes = errors.map(({ extensions }) => extensions?.code);
    const inside = errors.filter((_, at) => codes[at] === undefined || OURS.includes(codes[at] as string));
    expect({ query: body, variables, inside }).toEqual({ query: body, variables, inside: [] });
  }
  const fieldsOf = (type: string, path: readonly string[]): Asked[] => {
    const found = schema.getType(type);
    if (!isObjectType(found)) return [];
    return Object.values(found.getFields())
      .filter(({ args }) => args.length > 0)
      .map((field) => ({ path, field }));
  };

  test.each([
    ['questions', 'Query', []],
    ['fields of a researcher', 'Researcher', ['researcher(id: "demo:jingzhao-zhang")']],
    ['fields of a work', 'Work', ['work(id: "arxiv:1905.11881")']],
    ['fields of a topic', 'Topic', ['topics(first: 1)', 'nodes']],
    ['fields of an institution', 'Institution', ['institution(id: "demo:google")']],
    ['fields of the viewer', 'Viewer', ['viewer']],
    ['mutations', 'Mutation', ['mutation']],
  ] as const)(
    '%s give an answer or an error that is the client’s, never one of ours',
    async (_, type, path) => {
      const asked = fieldsOf(type, path).filter(({ field }) => field.name !== 'deleteAccount');
      const cases = fc
        .constantFrom(...asked)
        .chain((one) => argumentsOf(one).map((variables) => [one, variables] as const));
      answered = 0;
      await fc.assert(
        fc.asyncProperty(cases, ([one, variables]) => ask(one, variables)),
        { numRuns: 60 },
      );
      // Most of what is asked is refused, but not all of it; random mutations may all be.
      if (type !== 'Mutation') expect(answered).toBeGreaterThan(3);
    },
    300_000,
  );
});

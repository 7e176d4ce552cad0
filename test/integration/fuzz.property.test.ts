import fc from 'fast-check';
import { type GraphQLField, type GraphQLSchema, getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import { buildAppSchema } from '../../src/app.js';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { argumentsOf } from '../support/random-arguments.js';

interface Asked {
  readonly path: readonly string[];
  readonly field: GraphQLField<unknown, unknown>;
}
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
    [
      'fields of a collaborator',
      'CollaboratorEdge',
      ['researcher(id: "demo:jingzhao-zhang")', 'collaborators', 'edges'],
    ],
    [
      'fields of an edge',
      'GraphEdge',
      ['neighbourhood(center: "demo:google", limits: {works: 2, researchers: 2})', 'edges'],
    ],
    ['fields of a group', 'IdentityGroup', ['researcher(id: "demo:jingzhao-zhang")', 'identity', 'groups']],
    ['facets of works', 'WorkFacets', ['works', 'facets']],
    ['mutations', 'Mutation', ['mutation']],
  ] as const)(
    '%s give an answer or an error that is the client’s, never one of ours',
    async (_, type, path) => {
      const asked = fieldsOf(type, path).filter(({ field }) => field.name !== 'deleteAccount');
      const numRuns = Math.max(4, Math.ceil(60 / asked.length));
      for (const one of asked)
        await fc.assert(
          fc.asyncProperty(argumentsOf(one.field), (variables) => ask(one, variables)),
          { numRuns },
        );
      if (type === 'Mutation') return;
      // Random arguments may all be refused; little is answered when it is asked, so there is something there to ask.
      const alone = asked.filter(({ field }) => field.args.every((argument) => !isRequiredArgument(argument)));
      answered = 0;
      for (const one of alone) await ask(one, one.field.args.some(({ name }) => name === 'first') ? { first: 1 } : {});
      expect(answered).toBe(alone.length);
      expect(answered).toBeGreaterThan(0);
    },
    300_000,
  );
});

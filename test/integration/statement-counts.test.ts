import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { buildAppSchema } from '../../src/app.js';
import { loadDemoWhereEmpty } from '../../src/ingest/demo.js';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await buildAppSchema();
  app = await startTestApp();
  await loadDemoWhereEmpty(app.graph.database, 100);
});
afterAll(() => app?.close());

type Field = GraphQLField<unknown, unknown>;

const isConnection = (type: GraphQLNamedType): type is GraphQLObjectType =>
  isObjectType(type) && 'pageInfo' in type.getFields();
const isListOfObjects = (type: GraphQLOutputType): boolean =>
  isListType(getNullableType(type)) && !isLeafType(getNamedType(type));
const isNode = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');

/** Fields that give a list: of nodes, or of what joins nodes to their owner. */
const listFields = (type: GraphQLObjectType): Field[] =>
  Object.values(type.getFields()).filter(
    ({ type: given, args }) =>
      (isConnection(getNamedType(given)) || isListOfObjects(given)) && !args.some(isRequiredArgument),
  );

/** More to select of the nodes of a kind. */
interface Inner {
  readonly of: GraphQLNamedType;
  readonly parts: string;
}

/** A selection of everything that a type says, with `inner` below the nodes in it. */
function selection(type: GraphQLNamedType, inner: Inner | null): string {
  if (isNode(type) || isInterfaceType(type)) return `{ id ${inner?.of === type ? inner.parts : ''} }`;
  if (isConnection(type)) {
    const fields = type.getFields();
    const total = 'totalCount' in fields ? 'totalCount' : '';
    return `{ ${total} edges ${selection(getNamedType(fields.edges?.type as GraphQLOutputType), inner)} }`;
  }
  if (!isObjectType(type)) throw new Error(`${type.name} has no fields`);
  const fields = Object.values(type.getFields()).map((field) => {
    const named = getNamedType(field.type);
    return isLeafType(named) ? field.name : `${field.name} ${selection(named, inner)}`;
  });
  return `{ ${fields.join(' ')} }`;
}

const ask = (field: Field, first: number, inner: Inner | null): string => {
  const args = field.args.some(({ name }) => name === 'first') ? `(first: ${first})` : '';
  return `${field.name}${args} ${selection(getNamedType(field.type), inner)}`;
};

/** The kind of node below a list, where there is one. */
function nodeBelow(type: GraphQLNamedType): GraphQLObjectType | null {
  if (isNode(type)) return type as GraphQLObjectType;
  if (!isObjectType(type)) return null;
  const { edges, ...fields } = type.getFields();
  const inner = edges ? [edges] : Object.values(fields);
  return inner.map((field) => nodeBelow(getNamedType(field.type))).find((node) => node !== null) ?? null;
}

const roots = { Researcher: 'researchers', Work: 'works', Topic: 'topics', Institution: 'institutions' };

/** The most that one statement is sent: once on each of two levels of a query, and once more for what is counted or in the second half. */
const LEVELS = 4;

test.each(Object.entries(roots))(
  'lists of lists of %s: each statement is sent once a level, for one item as for many',
  async (name, root) => {
    const type = schema.getType(name) as GraphQLObjectType;
    let asked = 0;
    for (const outer of listFields(type)) {
      const below = nodeBelow(getNamedType(outer.type));
      const inners = below ? listFields(below) : [];
      for (const inner of [undefined, ...inners]) {
        const parts = below && inner ? { of: below, parts: ask(inner, 5, null) } : null;
        const { errors } = await app.query(`{ ${root}(first: 20) { nodes { ${ask(outer, 20, parts)} } } }`);
        const question = `${name}.${outer.name}.${inner?.name}`;
        expect({ question, errors }).toEqual({ question, errors: undefined });
        const times = new Map<string, number>();
        for (const file of app.statements) times.set(file, (times.get(file) ?? 0) + 1);
        expect({ question, often: [...times].filter(([, count]) => count > LEVELS) }).toEqual({ question, often: [] });
        asked++;
      }
    }
    expect(asked).toBeGreaterThan(10);
  },
  300_000,
);

test('trust and verification of everybody in lists of lists are one statement a level', async () => {
  const trust = 'verification { level reasons next } trust { score components { points } } claimStatus';
  const { data, errors } = await app.query(`{ researchers(first: 40) { nodes { ${trust}
    collaborators(first: 40) { edges { node { ${trust} } } } } }
    works(first: 20) { nodes { authors(first: 20) { nodes { ${trust} } } } } }`);
  expect(errors).toBeUndefined();
  expect(data.researchers.nodes).toHaveLength(40);
  const sent = app.statements.filter((file) => file === 'trust.evidence');
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.length).toBeLessThanOrEqual(3);
});

test('who asks for ids of collaborators alone has nothing else read', async () => {
  const people = ['demo:jingzhao-zhang', 'demo:suvrit-sra'];
  const ofMany =
    'query ($ids: [ID!]!) { collaborators(ids: $ids) { researcher { id } collaborators { works node { id } } } }';
  await app.query(ofMany, { ids: people });
  expect(app.statements).toEqual(['researcher.collaborators']);
  // Who has none is looked for, also where others do have some, and what is no researcher is none.
  const { data, errors } = await app.query(ofMany, {
    ids: ['A404', people[1], 'arxiv:1905.11881', 'T11612', people[0]],
  });
  expect(errors).toBeUndefined();
  expect(data.collaborators.map((list: { researcher: object } | null) => list?.researcher ?? null)).toEqual([
    ...[null, { id: people[1] }, null, null, { id: people[0] }],
  ]);
  expect(app.statements).toEqual(['researcher.collaborators', 'graph.locate']);
  await app.query('query ($id: ID!) { researcher(id: $id) { collaborators { nodes { __typename id } } } }', {
    id: people[0],
  });
  expect(app.statements).toEqual(['researcher.by-id', 'researcher.collaborators']);
});

const OF_A_WORK = `id updatedAt title titleText type year date source doi arxivId openAccessUrl abstract abstractText citationCount
  retracted byline provenance { source } missing { field } references(first: 0) { totalCount } citedBy(first: 0) { totalCount }`;
const authors = (first: number, after: string | null = null) =>
  `authors(first: ${first}, after: ${JSON.stringify(after)}) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor name position corresponding node { id name } institutions { id } } }`;

test('works of a researcher come with their first authors, and are what each is when asked for by its id', async () => {
  const { data: before } = await app.query(
    '{ researchers(first: 1) { nodes { id works(first: 1) { nodes { authors(first: 1) { pageInfo { endCursor } } } } } } }',
  );
  const [{ id, works }] = before.researchers.nodes;
  const second = works.nodes[0].authors.pageInfo.endCursor;
  for (const asked of [authors(2), authors(25), authors(26), authors(0), authors(2, second)]) {
    const list = await app.query(
      `query ($id: ID!) { researcher(id: $id) { works(first: 30) { nodes { ${OF_A_WORK} ${asked} } } } }`,
      { id },
    );
    expect(list.errors).toBeUndefined();
    const { nodes } = list.data.researcher.works;
    expect(nodes.length).toBeGreaterThan(3);
    for (const work of nodes) {
      const alone = await app.query(`query ($id: ID!) { work(id: $id) { ${OF_A_WORK} ${asked} } }`, { id: work.id });
      expect(work).toEqual(alone.data.work);
    }
  }
  await app.query(
    `query ($id: ID!) { researcher(id: $id) { works { edges { node { title authors { nodes { name } } } } } } }`,
    { id },
  );
  expect(app.statements).toEqual(['researcher.by-id', 'researcher.works']);
});

import 'reflect-metadata';
import fc from 'fast-check';
import { buildSchema, type GraphQLSchema, getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { buildAppSchema } from '../../src/app.js';
import { priceOf } from '../../src/limits/price.js';
import { knownPriceOf } from '../../src/limits/price-cache.js';
import { price } from '../support/price.js';

const codeHost = buildSchema(`
  type Query { viewer: User! }
  type User { login: String!  repositories(first: Int): RepositoryConnection!  followers(first: Int): UserConnection! }
  type Repository { name: String!  issues(first: Int): IssueConnection!  pullRequests(first: Int): IssueConnection! }
  type Issue { title: String!  comments(first: Int): CommentConnection!  labels(first: Int): LabelConnection! }
  type Comment { body: String! }
  type Label { name: String! }
  type PageInfo { hasNextPage: Boolean! }
  ${['User', 'Repository', 'Issue', 'Comment', 'Label']
    .map(
      (name) => `
        type ${name}Connection { edges: [${name}Edge!]!  nodes: [${name}!]!  pageInfo: PageInfo!  totalCount: Int! }
        type ${name}Edge { node: ${name}!  cursor: String! }`,
    )
    .join('')}
`);

describe('the examples of GitHub, whose formula this is', () => {
  test('fifty repositories with ten issues each are 550 nodes', () => {
    const query = `{ viewer { repositories(first: 50) { edges { repository: node { name
      issues(first: 10) { totalCount edges { node { title } } } } } } } }`;
    expect(price(codeHost, query)).toMatchObject({ nodeCount: 550, cost: 1 });
  });

  test('with pull requests, comments and followers they are 22,060', () => {
    const comments = 'comments(first: 10) { edges { comment: node { body } } }';
    const query = `{ viewer {
      repositories(first: 50) { edges { repository: node { name
        pullRequests(first: 20) { edges { pullRequest: node { title ${comments} } } }
        issues(first: 20) { totalCount edges { issue: node { title ${comments} } } } } } }
      followers(first: 10) { edges { follower: node { login } } } } }`;
    expect(price(codeHost, query).nodeCount).toBe(22_060);
  });

  test('5,101 requests are 51 points', () => {
    const query = `{ viewer { repositories(first: 100) { edges { repository: node {
      issues(first: 50) { edges { issue: node { labels(first: 60) { edges { label: node { name } } } } } } } } } } }`;
    expect(price(codeHost, query)).toMatchObject({ cost: 51, nodeCount: 100 + 5_000 + 300_000 });
  });
});

describe('the price of a request for the research graph', () => {
  let schema: GraphQLSchema;
  const ofResearcher = (selection: string) => `{ researcher(id: "A1") { ${selection} } }`;
  const nodesOf = (query: string, variables?: Record<string, unknown>) => price(schema, query, variables).nodeCount;
  beforeAll(async () => {
    schema = await buildAppSchema();
  });

  test('is one point at least, also for introspection, which touches no node', () => {
    expect(price(schema, '{ graph { version } }')).toEqual({
      cost: 1,
      nodeCount: 0,
      values: 2,
      dearRequests: 0,
      dryRun: false,
    });
    expect(price(schema, getIntrospectionQuery())).toMatchObject({ cost: 1, nodeCount: 0, dryRun: false });
  });

  test.each([
    ['left out', 'works { nodes { id } }', undefined, 25],
    ['a literal', 'works(first: 7) { nodes { id } }', undefined, 7],
    ['null, which means the default', 'works(first: null) { nodes { id } }', undefined, 25],
    ['another default', 'topics { nodes { id } }', undefined, 10],
    ['none', 'works(first: 0) { totalCount }', undefined, 0],
    ['one that is refused when it is resolved', 'works(first: 2000000000) { nodes { id } }', undefined, 100],
    ['less than none', 'works(first: -50) { nodes { id } } topics { nodes { id } }', undefined, 10],
  ])('knows the size of a page: %s', (_, selection, variables, nodes) => {
    expect(nodesOf(ofResearcher(selection), variables)).toBe(nodes);
  });

  test('knows variables, their defaults, and null in them', () => {
    const query = (variable: string) =>
      `query ($n: Int${variable}) { researcher(id: "A1") { works(first: $n) { nodes { id } } } }`;
    expect(nodesOf(query(''), { n: 90 })).toBe(90);
    expect(nodesOf(query(' = 80'))).toBe(80);
    expect(nodesOf(query(' = 80'), { n: null })).toBe(25);
    expect(nodesOf(query(''))).toBe(25);
  });

  test('multiplies along nested lists and adds what stands side by side', () => {
    const nested =
      'works(first: 10) { nodes { authors(first: 20) { edges { node { topics(first: 5) { nodes { id } } } } } } }';
    expect(nodesOf(ofResearcher(nested))).toBe(10 + 10 * 20 + 10 * 20 * 5);
    expect(nodesOf(ofResearcher('works(first: 10) { totalCount } topics(first: 5) { nodes { id } }'))).toBe(15);
  });

  test('counts an alias as a field of its own', () => {
    expect(nodesOf(ofResearcher('a: works(first: 10) { nodes { id } } b: works(first: 20) { nodes { id } }'))).toBe(30);
  });

  test('counts a fragment wherever it is used', () => {
    const query = `{ a: researcher(id: "A1") { ...Works } b: researcher(id: "A2") { ...Works ...Topics } }
      fragment Works on Researcher { works(first: 10) { ...Page } }
      fragment Page on WorkConnection { edges { node { authors(first: 3) { nodes { id } } } } }
      fragment Topics on Researcher { topics(first: 5) { nodes { id } } }`;
    expect(nodesOf(query)).toBe(2 * (10 + 10 * 3) + 5);
  });

  test('takes the dearest of the types behind an interface, once', () => {
    const query = `{ node(id: "A1") { id
      ... on Researcher { works(first: 10) { nodes { id } } topics(first: 5) { nodes { id } } }
      ... on Work { authors(first: 12) { nodes { id } } }
      ...OfTopic } }
      fragment OfTopic on Topic { works(first: 3) { nodes { id } } }`;
    expect(nodesOf(query)).toBe(15);
  });

  test('leaves out what @skip and @include leave out', () => {
    const query = (on: string) => `query ($on: Boolean = true) { researcher(id: "A1") {
      works(first: 10) @include(if: ${on}) { nodes { id } }
      ... @skip(if: ${on}) { topics(first: 5) { nodes { id } } }
      ...Coauthors @include(if: ${on}) } }
      fragment Coauthors on Researcher { collaborators(first: 3) { nodes { id } } }`;
    expect(nodesOf(query('$on'))).toBe(13);
    expect(nodesOf(query('$on'), { on: false })).toBe(5);
    expect(nodesOf(query('$on'), { on: true })).toBe(13);
    expect(nodesOf(query('false').replace('$on: Boolean = true', '$unused: ID').replace('($unused: ID)', ''))).toBe(5);
  });

  test('counts what is asked for by ids', () => {
    const ids = (count: number) => ({ ids: Array.from({ length: count }, (_, at) => `A${at}`) });
    expect(nodesOf('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', ids(300))).toBe(300);
    expect(nodesOf('{ nodes(ids: ["A1", "A2"]) { ... on Researcher { works(first: 5) { nodes { id } } } } }')).toBe(12);
    const many = `query ($ids: [ID!]!, $n: Int) { collaborators(ids: $ids, first: $n) {
      researcher { topics(first: 2) { nodes { id } } } collaborators { node { name } } } }`;
    expect(price(schema, many, { ...ids(500), n: 10 })).toMatchObject({ nodeCount: 500 * (1 + 2 + 10), cost: 10 });
    expect(price(schema, many, ids(1))).toMatchObject({ nodeCount: 1 + 2 + 25 });
  });

  test('counts a slice by its limits', () => {
    const slice = (args: string, selection: string) => `{ neighbourhood(center: "A1"${args}) { ${selection} } }`;
    expect(nodesOf(slice('', 'nodes { id }'))).toBe(1 + 20 + 10 + 10 + 25);
    expect(nodesOf(slice(', limits: null', 'nodes { id }'))).toBe(66);
    expect(nodesOf(slice(', limits: { works: 100, topics: null, institutions: 0 }', 'nodes { id }'))).toBe(136);
    expect(nodesOf(slice(', limits: { works: -1000000 }', 'nodes { id }'))).toBe(46);
    const small = ', limits: { works: 3, topics: 0, institutions: 0, researchers: 4 }';
    expect(nodesOf(slice(small, 'nodes { node { ... on Work { authors(first: 2) { nodes { id } } } } }'))).toBe(8 + 16);
    const edges = (5 * 4) / 2 + 5 * 8;
    expect(nodesOf(slice(small, 'edges { id }'))).toBe(edges);
    expect(nodesOf(slice(small, 'edges { works(first: 3) { id } }'))).toBe(edges + edges * 3);
    expect(
      nodesOf(
        `query ($l: NeighbourhoodLimits) { researcher(id: "A1") { neighbourhood(limits: $l) { nodes { id } } } }`,
        { l: { works: 99 } },
      ),
    ).toBe(145);
  });

  test('counts a list that says nothing of its length as ten', () => {
    expect(nodesOf(ofResearcher('provenance { source }'))).toBe(10);
    expect(nodesOf(ofResearcher('works(first: 3) { nodes { topics { score } } }'))).toBe(3 + 3 * 10);
  });

  test('counts what an answer may hold, an alias anew, and a long text as many', () => {
    const valuesOf = (selection: string) => price(schema, ofResearcher(selection)).values;
    const some = valuesOf('works(first: 100) { nodes { title } }');
    expect(some).toBeGreaterThanOrEqual(200);
    expect(valuesOf('works(first: 100) { nodes { title a: title b: title } }')).toBe(some + 200);
    expect(valuesOf('works(first: 100) { nodes { title abstract } }')).toBe(some + 5_000);
    expect(valuesOf('works(first: 100) { nodes { title byline } }')).toBe(some + 150_000);
  });

  test('is a hundredth of the pages and lists that are asked for', () => {
    const query = ofResearcher('works(first: 100) { nodes { authors(first: 1) { nodes { topics { totalCount } } } } }');
    expect(price(schema, query).cost).toBe(Math.round((1 + 100 + 100) / 100));
  });

  test('says where a dry run is asked for, in whatever way', () => {
    const isDry = (query: string, variables?: Record<string, unknown>) => price(schema, query, variables).dryRun;
    expect(isDry('{ rateLimit(dryRun: true) { cost } }')).toBe(true);
    expect(
      isDry('query ($d: Boolean) { ...F } fragment F on Query { l: rateLimit(dryRun: $d) { cost } }', { d: true }),
    ).toBe(true);
    expect(isDry('query ($d: Boolean) { rateLimit(dryRun: $d) { cost } }', { d: null })).toBe(false);
    expect(isDry('{ rateLimit { cost } }')).toBe(false);
    expect(isDry('{ rateLimit(dryRun: true) @include(if: false) { cost } graph { version } }')).toBe(false);
  });

  test('is not asked where the variables do not fit: such a request is never executed', () => {
    const document = parse('query ($n: Int!) { researcher(id: "A1") { works(first: $n) { nodes { id } } } }');
    const operation = getOperationAST(document);
    expect(operation && priceOf({ schema, document, operation, variables: { n: 'many' } })).toBeNull();
  });

  test('is that of the operation asked for, not of others in the document', () => {
    const document = parse('query A { graph { version } } query B { researcher(id: "A1") { works { nodes { id } } } }');
    const priced = (name: string) => {
      const operation = getOperationAST(document, name);
      return operation && priceOf({ schema, document, operation, variables: {} })?.nodeCount;
    };
    expect([priced('A'), priced('B')]).toEqual([0, 25]);
  });

  test('is the same when it is remembered, whatever was asked before', () => {
    const document = parse(`query ($ids: [ID!]!, $n: Int, $with: Boolean!, $l: NeighbourhoodLimits) {
      nodes(ids: $ids) { id }
      researcher(id: "A1") { works(first: $n) @include(if: $with) { nodes { id } } neighbourhood(limits: $l) { nodes { id } } } }`);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is no operation');
    const few = fc.constantFrom(0, 1, 2, null, undefined, 'two');
    const variables = fc.record({
      ids: fc.oneof(
        fc.array(fc.string(), { maxLength: 3 }),
        fc.string(),
        fc.array(fc.constantFrom('A1', null), { maxLength: 2 }),
      ),
      n: few,
      with: fc.constantFrom(true, false, 'true'),
      l: fc.constantFrom(null, undefined, {}, { works: 3 }, { works: 'three' }, { researchers: null }),
    });
    fc.assert(
      fc.property(variables, (given) => {
        const asked = { schema, document, operation, variables: JSON.parse(JSON.stringify(given)) };
        expect(knownPriceOf(asked)).toEqual(priceOf(asked));
      }),
      { numRuns: 500 },
    );
  });

  test('grows with every page size, and no argument makes it less than what is left', () => {
    const query = `query ($a: Int, $b: Int, $l: NeighbourhoodLimits) { researcher(id: "A1") {
      works(first: $a) { nodes { authors(first: $b) { nodes { id } } } } neighbourhood(limits: $l) { edges { id } } } }`;
    const int = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 });
    fc.assert(
      fc.property(int, int, int, int, (a, b, works, researchers) => {
        const nodes = nodesOf(query, { a, b, l: { works, researchers } });
        const page = (size: number) => Math.min(Math.max(size, 0), 100);
        expect(nodes).toBeGreaterThanOrEqual(page(a) * (1 + page(b)));
        expect(nodes).toBeLessThanOrEqual(100 * 101 + 10_000);
      }),
    );
  });
});

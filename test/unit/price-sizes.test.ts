import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildAppSchema } from '../../src/app.js';
import { price } from '../support/price.js';

const MAX_NODES = 100_000;
const MAX_VALUES = 1_000_000;

let schema: GraphQLSchema;
const priced = (query: string, variables?: Record<string, unknown>) => price(schema, query, variables);
const ids = (count: number) => ({ ids: Array.from({ length: count }, (_, at) => `A${at}`) });
beforeAll(async () => {
  schema = await buildAppSchema();
});

describe('a list whose length nothing in the request says', () => {
  const ofWorks = (selection: string) => `{ works(first: 100) { nodes { ${selection} } } }`;
  const ofPeople = (selection: string) => `{ researchers(first: 100) { nodes { ${selection} } } }`;

  test.each([
    ['a byline', ofWorks('byline'), 100 * 1_500],
    ['other spellings of a name', ofPeople('otherNames'), 100 * 50],
  ])('%s is worth as many values as all but a few hold', (_, query, values) => {
    const { values: found } = priced(query);
    expect(found).toBeGreaterThanOrEqual(values);
    expect(found).toBeLessThan(values + 1_000);
  });

  test.each([
    ['institutions of a work', ofWorks('institutions { id }'), 100 * 50],
    ['institutions of an author', ofWorks('authors(first: 10) { edges { institutions { id } } }'), 1_000 + 1_000 * 15],
    ['affiliations', ofPeople('affiliations { fromYear }'), 100 * 100],
    ['years of a working life', ofPeople('worksByYear { works }'), 100 * 100],
    ['components of trust', ofPeople('trust { components { points } }'), 100 * 5],
    ['years of a list', ofPeople('works(first: 0) { facets { years { works } } }'), 100 * 100],
    ['kinds of publication', ofPeople('works(first: 0) { facets { types { works } } }'), 100 * 100],
  ])('%s count as many nodes as all but a few have', (_, query, nodes) => {
    expect(priced(query).nodeCount).toBe(100 + nodes);
  });

  test('a path counts its nodes and edges by its length', () => {
    const path = (args: string) =>
      priced(`{ path(from: "A1", to: "A2"${args}) { nodes { id } edges { works(first: 2) { id } } } }`).nodeCount;
    expect(path('')).toBe(7 + 6 + 12);
    expect(path(', maxLength: 2')).toBe(3 + 2 + 4);
    expect(path(', maxLength: 2000000000')).toBe(9 + 8 + 16);
  });

  test('is no more than a page of works can be asked for with', () => {
    const page = ofWorks(
      'id title abstract byline institutions { name } authors(first: 10) { edges { name node { name } } }',
    );
    const many = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Work { title byline } } }';
    for (const { nodeCount, values } of [priced(page), priced(many, ids(500))]) {
      expect(nodeCount).toBeLessThanOrEqual(MAX_NODES);
      expect(values).toBeLessThanOrEqual(MAX_VALUES);
    }
  });

  test('is too much under many names', () => {
    const bylines = Array.from({ length: 90 }, (_, at) => `b${at}: byline`).join(' ');
    expect(priced(ofWorks(bylines)).values).toBeGreaterThan(MAX_VALUES);
  });
});

describe('a subgraph', () => {
  const query = 'query ($ids: [ID!]!) { subgraph(ids: $ids) { nodes { id } edges { id works { id } } } }';

  test('of the most nodes may be asked for with its evidence', () => {
    expect(priced(query, ids(300)).nodeCount).toBe(300 + 15_000 * (1 + 5));
    expect(priced(query, ids(300)).nodeCount).toBeLessThanOrEqual(MAX_NODES);
  });

  test('of few nodes counts an edge for every two of them', () => {
    const edges = (count: number) =>
      priced('query ($ids: [ID!]!) { subgraph(ids: $ids) { edges { id } } }', ids(count)).nodeCount;
    expect([0, 1, 2, 20, 101].map(edges)).toEqual([0, 0, 1, 190, 5_050]);
    expect(edges(102)).toBe(5_100);
  });
});

describe('a field whose work its answer does not show', () => {
  const dear = (query: string, variables?: Record<string, unknown>) => priced(query, variables).dearRequests;
  const path = (args = '') => `path(from: "A1", to: "A2"${args}) { length }`;
  const slice = (args = '') => `neighbourhood(center: "A1"${args}) { totals { works } }`;
  const filtered = (args: string) => `, filter: {}${args}`;

  test.each([
    ['a path', path(), 600],
    ['a short path', path(', maxLength: 1'), 100],
    ['the longest path', path(', maxLength: 8'), 800],
    ['a path that is refused when it is resolved', path(', maxLength: -5'), 100],
    ['a path with null for a length', path(', maxLength: null'), 600],
    ['a slice', slice(), 10],
    ['a filtered slice', slice(filtered('')), 30],
    ['three filtered rings', slice(filtered(', depth: 3')), 50],
    ['null for a filter', slice(', filter: null, depth: null'), 10],
    ["a researcher's slice", 'researcher(id: "A1") { neighbourhood(filter: {}) { totals { works } } }', 30],
    ['suggestions', 'researcher(id: "A1") { suggestedCollaborators { score } }', 10],
    ['related works', 'work(id: "W1") { related { id } }', 10],
    ['a search', 'search(query: "graph") { pageInfo { hasNextPage } }', 10],
    ['two facets', 'works { facets { years { works } types { works } } }', 20],
    ['trust and verification', 'researcher(id: "A1") { trust { score } verification { level } }', 2],
    ['a page', 'works { totalCount }', 0],
  ])('has a price of its own: %s', (_, selection, requests) => {
    expect(dear(`{ ${selection} }`)).toBe(requests);
  });

  test('pays it for each name it is asked for by, and for each object it is asked of', () => {
    const paths = Array.from({ length: 49 }, (_, at) => `p${at}: ${path(', maxLength: 8')}`).join(' ');
    expect(priced(`{ ${paths} }`)).toMatchObject({ dearRequests: 49 * 800, cost: 49 * 8 });
    const nested =
      '{ researchers(first: 30) { edges { node { works(first: 2) { nodes { related(first: 0) { id } } } } } } }';
    expect(dear(nested)).toBe(30 * 2 * 10);
    expect(priced(nested).cost).toBe(Math.round((1 + 30 + 600) / 100));
    const ofMany =
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Researcher { suggestedCollaborators { score } } } }';
    expect(dear(ofMany, ids(70))).toBe(700);
  });

  test('pays for what is selected below it as well', () => {
    expect(dear('{ search(query: "a", first: 5) { edges { node { ... on Work { related { id } } } } } }')).toBe(
      10 + 50,
    );
    expect(dear(`{ ${slice().replace('totals { works }', 'center { ... on Work { related { id } } }')} }`)).toBe(20);
  });

  test('pays nothing where it is left out', () => {
    expect(dear(`query ($on: Boolean!) { ${path().replace(' {', ' @include(if: $on) {')} }`, { on: false })).toBe(0);
  });
});

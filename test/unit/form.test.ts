import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildAppSchema } from '../../src/app.js';
import { price } from '../support/price.js';

describe('a request whose form alone is too much is refused', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await buildAppSchema();
  });
  const nest = (pairs: number): string =>
    `{ researcher(id: "A1") ${Array.from({ length: pairs }, () => '{ collaborators(first: 1) { nodes').join(' ')} { id } ${'} }'.repeat(pairs)} }`;
  const repeat = (count: number, text: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => text(at)).join(' ');

  test.each([
    ['levels', nest(7), 'more than 15 levels of fields'],
    ['fields at the root', `{ ${repeat(51, (at) => `a${at}: __typename`)} }`, 'more than 50 fields at the root'],
    ['aliases', `{ graph { ${repeat(101, (at) => `a${at}: version`)} } }`, 'more than 100 aliases'],
    ['directives', `{ graph { ${repeat(51, () => 'version @skip(if: false)')} } }`, 'more than 50 directives'],
    [
      'fields',
      `{ ${repeat(50, (at) => `a${at}: graph { ...F }`)} } fragment F on GraphInfo { ${'counts { works } '.repeat(25)} }`,
      'more than 2000 fields',
    ],
    [
      'fields in fragments that double at each step',
      `{ graph { ...F0 } } ${repeat(40, (at) => `fragment F${at} on GraphInfo { counts { works } ...F${at + 1} ...F${at + 1} }`)} fragment F40 on GraphInfo { version }`,
      'more than 2000 fields',
    ],
    [
      'levels in fragments',
      `{ researcher(id: "A1") { ...F0 } } ${repeat(9, (at) => `fragment F${at} on Researcher { collaborators(first: 1) { nodes { ...F${at + 1} } } }`)} fragment F9 on Researcher { id }`,
      'more than 15 levels of fields',
    ],
  ])('too many %s', (_, query, message) => {
    expect(() => price(schema, query)).toThrow(message);
  });

  test('fifteen levels are not too many', () => {
    expect(price(schema, nest(6)).nodeCount).toBe(6);
  });
});

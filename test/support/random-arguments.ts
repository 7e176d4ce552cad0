import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

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

/** Any arguments of a field; those that it needs are always there. */
export const argumentsOf = ({ args }: GraphQLField<unknown, unknown>) =>
  fc.record(Object.fromEntries(args.map((argument: GraphQLArgument) => [argument.name, anyOf(argument.type)])), {
    requiredKeys: args.filter(({ type }) => isNonNullType(type)).map(({ name }) => name),
  });

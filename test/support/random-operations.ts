import fc from 'fast-check';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { argumentsOf } from './random-arguments.js';

/** An operation with its variables. */
export interface RandomOperation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A part of an operation: its variables are declared where it is put in. */
interface Part extends RandomOperation {
  readonly declared: readonly string[];
}

const MOST_FIELDS = 4;
/** It tells who asks, and what others asked before. */
const NOT_ASKED = ['rateLimit'];

/** Any query of a schema that goes so deep, with aliases, fragments and conditions. */
export function randomQuery(schema: GraphQLSchema, depth: number): fc.Arbitrary<RandomOperation> {
  const type = schema.getQueryType();
  if (!type) throw new Error('A schema without queries');
  // A condition anywhere keeps a whole operation from being compiled.
  const selection = fc.boolean().chain((conditions) => selectionOf(schema, type, depth, conditions));
  return selection.map(({ text, variables, declared }) => ({
    text: `query Random${declared.length > 0 ? `(${declared.join(', ')})` : ''} ${text}`,
    variables,
  }));
}

function selectionOf(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  depth: number,
  conditions: boolean,
): fc.Arbitrary<Part> {
  if (!isObjectType(type) && !isInterfaceType(type)) return fc.constant({ text: '', variables: {}, declared: [] });
  const fields = Object.values(type.getFields()).filter(
    ({ name, type: of }) => !NOT_ASKED.includes(name) && (depth > 0 || isLeafType(getNamedType(of))),
  );
  if (fields.length === 0) return fc.constant({ text: '{ __typename }', variables: {}, declared: [] });
  const own = fc
    .uniqueArray(fc.constantFrom(...fields), { minLength: 1, maxLength: MOST_FIELDS })
    .chain((chosen) => fc.tuple(...chosen.map((field) => fieldOf(schema, field, depth, conditions))));
  const possible = isInterfaceType(type) && depth > 0 ? schema.getPossibleTypes(type) : [];
  const narrowed = fc.tuple(
    ...possible.map((one) =>
      selectionOf(schema, one, depth - 1, conditions).map((part) => ({
        ...part,
        text: `... on ${one.name} ${part.text}`,
      })),
    ),
  );
  return fc.tuple(own, narrowed, fc.boolean()).map(([parts, fragments, named]) => {
    const all = [...parts, ...fragments];
    return {
      text: `{ ${named ? '__typename ' : ''}${all.map(({ text }) => text).join(' ')} }`,
      variables: Object.assign({}, ...all.map(({ variables }) => variables)),
      declared: all.flatMap(({ declared }) => declared),
    };
  });
}

let names = 0;

function fieldOf(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  conditions: boolean,
): fc.Arbitrary<Part> {
  const some = fc.option(fc.tuple(fc.constantFrom('include', 'skip'), fc.boolean()), { freq: 5 });
  const condition = conditions ? some : fc.constant(null);
  const below = selectionOf(schema, getNamedType(field.type), depth - 1, conditions);
  return fc.tuple(argumentsOf(field), below, condition).map(([args, inner, when]) => {
    // Each part has names of its own: two of them may stand side by side.
    const id = ++names;
    const given = field.args.filter(({ name }) => Object.hasOwn(args, name));
    const declared = given.map(({ name, type }) => `$${name}${id}: ${type}`);
    const values = Object.fromEntries(given.map(({ name }) => [`${name}${id}`, args[name]]));
    const list = given.map(({ name }) => `${name}: $${name}${id}`).join(', ');
    return {
      text: `f${id}: ${field.name}${list && `(${list})`}${when ? ` @${when[0]}(if: $if${id})` : ''} ${inner.text}`,
      variables: { ...values, ...inner.variables, ...(when && { [`if${id}`]: when[1] }) },
      declared: [...declared, ...inner.declared, ...(when ? [`$if${id}: Boolean!`] : [])],
    };
  });
}

import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';
import { type FieldArguments, statedSize, within } from '../core/list-size.js';
import { MAX_PAGE } from '../core/pagination.js';

/** Items of a list that nothing says the length of. */
const ASSUMED_SIZE = 10;

/** The part that a field plays in the price of a request. */
export interface FieldSize {
  /**
   * `connection`: a page of a list. `items`: its `edges` or `nodes`. `list`: any other list of objects. `object`: one
   * object. `value`: what has no fields, or a list of such.
   */
  readonly kind: 'connection' | 'items' | 'list' | 'object' | 'value';
  /** Nodes of a connection or list; how often what is selected below items and lists is resolved; values of a value. */
  readonly size: number;
}

/** A field with the arguments that it is asked with. */
export interface AskedField {
  readonly type: GraphQLCompositeType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: FieldArguments;
}

/** A field as it is asked, null taken for the default. */
export function asAsked(type: AskedField['type'], field: AskedField['field'], args: FieldArguments): AskedField {
  const defaults = field.args.filter(({ name }) => args[name] == null).map((arg) => [arg.name, arg.defaultValue]);
  return { type, field, args: { ...args, ...Object.fromEntries(defaults) } };
}

const OBJECT: FieldSize = { kind: 'object', size: 1 };
const NOTHING: FieldSize = { kind: 'value', size: 0 };

/** How much a field may give at most, where it stands below the field `above`. Introspection gives no nodes. */
export function fieldSize({ type, field, args }: AskedField, above: AskedField | null): FieldSize {
  if (isIntrospection(type.name) || isIntrospection(field.name)) return NOTHING;
  const isList = isListType(getNullableType(field.type));
  const stated = statedSize(field.extensions)?.(above?.args ?? {});
  if (!isCompositeType(getNamedType(field.type))) return { kind: 'value', size: stated ?? (isList ? ASSUMED_SIZE : 1) };
  if (isConnection(field.type)) return { kind: 'connection', size: pageSize(args) ?? ASSUMED_SIZE };
  if (!isList) return OBJECT;
  if (above && isConnection(type)) return { kind: 'items', size: fieldSize(above, null).size };
  return { kind: 'list', size: stated ?? idCount(args) ?? pageSize(args) ?? ASSUMED_SIZE };
}

/** True for what GraphQL itself defines. */
export const isIntrospection = (name: string): boolean => name.startsWith('__');

function isConnection(type: GraphQLOutputType): boolean {
  const nullable = getNullableType(type);
  return isObjectType(nullable) && 'pageInfo' in nullable.getFields();
}

const pageSize = ({ first }: FieldArguments): number | undefined =>
  typeof first === 'number' ? within(0, MAX_PAGE, first) : undefined;

const idCount = ({ ids }: FieldArguments): number | undefined => (Array.isArray(ids) ? ids.length : undefined);

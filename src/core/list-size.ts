import { Extensions } from 'type-graphql';

/** The arguments of a field, defaults in the place of what was left out or null. Inputs in them are as they came. */
export type FieldArguments = Readonly<Record<string, unknown>>;

/** How many items a list has at most, by the arguments of the field that its object came from. */
export type ListSize = (args: FieldArguments) => number;

/** A number kept within bounds: sizes beyond them are refused when the field is resolved, and cost what the bound does. */
export const within = (least: number, most: number, value: number): number => Math.min(Math.max(value, least), most);

/**
 * Prices a list whose length is decided by the field above it; lists with `first` or `ids`, and connections, need no such
 * line. Of a text it says how many short values it is worth. A size may depend on numbers and on lengths, not on texts.
 */
export const Sized = (size: ListSize): PropertyDecorator & MethodDecorator => Extensions({ listSize: size });

/** What `Sized` says of a field. */
export const statedSize = (extensions: Readonly<Record<string, unknown>>): ListSize | undefined =>
  extensions.listSize as ListSize | undefined;

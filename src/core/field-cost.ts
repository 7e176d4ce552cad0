import { Extensions } from 'type-graphql';
import type { FieldArguments } from './list-size.js';

/** How many plain pages the work of a field is worth, by the arguments that it is asked with. */
export type FieldCost = (args: FieldArguments) => number;

/**
 * Prices a field whose work its answer does not show, whatever is selected below it; a page or list without such a line
 * is one request, a single object none. What such fields cost together is limited for a request. A cost may depend on
 * numbers and on what is null, not on texts.
 */
export const Costs = (cost: FieldCost): MethodDecorator => Extensions({ requests: cost });

/** What a mutation is worth, in pages: a transaction that waits for others, and an entry in the logs. */
export const DEED_COST = 500;

/** What `Costs` says of a field. */
export const statedCost = (extensions: Readonly<Record<string, unknown>>): FieldCost | undefined =>
  extensions.requests as FieldCost | undefined;

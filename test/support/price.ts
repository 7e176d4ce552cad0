import { type GraphQLSchema, getOperationAST, parse, validate } from 'graphql';
import { type Price, priceOf } from '../../src/limits/price.js';

/** The price that a request has by a schema; the query must be a valid one. */
export function price(schema: GraphQLSchema, query: string, variables: Record<string, unknown> = {}): Price {
  const document = parse(query);
  expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  const operation = getOperationAST(document);
  const found = operation && priceOf({ schema, document, operation, variables });
  if (!found) throw new Error('The request has no price');
  return found;
}

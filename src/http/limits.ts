import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import {
  type DocumentNode,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  TypeInfo,
  type ValidationRule,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { RateLimitedError, TooComplexError } from '../core/errors.js';
import type { Price } from '../limits/price.js';
import { knownPriceOf } from '../limits/price-cache.js';
import type { PricedContext } from '../limits/rate-limit.resolver.js';
import type { Account } from './account.js';

/** What the limits need in the context of a request. */
export interface LimitedContext extends PricedContext {
  /** Null where callers are not limited. */
  readonly account: Account | null;
  /** Counts values of the answer among those in work; throws UNAVAILABLE where they are too many. */
  readonly weigh: (values: number) => void;
}

/** The most nodes that one request may touch, and values that its answer may hold: docs/limits.md has what they take. */
const MAX_NODES = 100_000;
const MAX_VALUES = 1_000_000;
/** The most that the dear fields of one request may cost: some six long paths, each of which may take four seconds. */
const MAX_DEAR_REQUESTS = 5_000;
/** What a dry run costs. */
const DRY_RUN = 1;

/**
 * Prices each operation, refuses what is too dear before anything is executed, and takes the price from the caller.
 * `looked` is told whether a price was remembered.
 */
export const limitsPlugin = (looked?: (wasKnown: boolean) => void): ApolloServerPlugin<LimitedContext> => ({
  async requestDidStart() {
    let price: Price | null = null;
    return {
      async didResolveOperation({ schema, document, operation, request, contextValue, response }) {
        if (!operation) return;
        try {
          price = knownPriceOf({ schema, document, operation, variables: request.variables ?? {} }, looked);
          if (price && !price.dryRun) {
            refuseTooDear(price, contextValue.account);
            contextValue.weigh(price.values);
          }
          if (price) contextValue.rateLimit = charge(price, contextValue.account);
        } catch (error) {
          response.http.status = error instanceof RateLimitedError ? 429 : 400;
          if (error instanceof RateLimitedError)
            response.http.headers.set('retry-after', String(error.retryAfterSeconds));
          throw error;
        }
      },
      async responseForOperation({ schema, document, request, contextValue }) {
        if (!price?.dryRun) return null;
        const { operationName, variables: variableValues } = request;
        const alone = rateLimitAlone(schema, document);
        return answer(await execute({ schema, document: alone, contextValue, variableValues, operationName }));
      },
    };
  },
});

/** Throws RATE_LIMITED; else what is left, the price paid. A dry run is answered whatever it would cost. */
function charge(price: Price, account: Account | null): PricedContext['rateLimit'] {
  const { cost, nodeCount, dryRun } = price;
  if (!account) return null;
  const { limit, remaining, resetAt } = account.pay(dryRun ? DRY_RUN : cost);
  return { cost, nodeCount, limit, remaining, resetAt: new Date(resetAt).toISOString() };
}

/** Throws TOO_COMPLEX. */
function refuseTooDear({ cost, nodeCount, values, dearRequests }: Price, account: Account | null): void {
  const refuse = (what: string, limit: number) => new TooComplexError(what, { cost, nodeCount, values, limit });
  if (nodeCount > MAX_NODES)
    throw refuse(`The request may touch ${nodeCount} nodes; ${MAX_NODES} are allowed`, MAX_NODES);
  if (values > MAX_VALUES) throw refuse(`The answer may hold ${values} values; ${MAX_VALUES} are allowed`, MAX_VALUES);
  if (dearRequests > MAX_DEAR_REQUESTS)
    throw refuse(
      `The dear fields of the request are worth ${dearRequests} requests; ${MAX_DEAR_REQUESTS} are allowed`,
      MAX_DEAR_REQUESTS,
    );
  if (account && cost > account.limit)
    throw refuse(`The request costs ${cost} points; a minute gives ${account.limit}`, account.limit);
}

/** The document without what else is asked of the root; no field below leads back to it. */
function rateLimitAlone(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  const isOther = (name: string) => types.getParentType() === schema.getQueryType() && name !== 'rateLimit';
  return visit(document, visitWithTypeInfo(types, { Field: ({ name }) => (isOther(name.value) ? null : undefined) }));
}

const answer = (singleResult: FormattedExecutionResult): GraphQLResponse => ({
  http: { headers: new HeaderMap(), status: undefined },
  body: { kind: 'single', singleResult },
});

/** A valid document may ask for a mutation where the schema has none: graphql would find that when it executes. */
export const OperationTypeExists: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (!context.getSchema().getRootType(node.operation))
      context.reportError(new GraphQLError(`This schema has no ${node.operation} type.`, { nodes: node }));
  },
});

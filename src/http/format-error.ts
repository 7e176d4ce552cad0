import { randomUUID } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { PublicError } from '../core/errors.js';
import type { ObservedContext } from './observe.js';

const CLIENT_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * What a client learns of an error: errors meant for it as they are, everything else by the id of its request, which finds
 * it in the log.
 */
export class ErrorFormatter {
  /** Apollo formats an error without its request. */
  readonly #requests = new WeakMap<object, FastifyRequest>();

  constructor(private readonly log: Logger) {}

  /** Notes which request each error is of. */
  readonly plugin: ApolloServerPlugin<ObservedContext> = {
    requestDidStart: async ({ contextValue: { request } }) => ({
      didEncounterErrors: async ({ errors }) => {
        for (const error of errors) this.#requests.set(error, request);
      },
    }),
  };

  readonly format = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const code = formatted.extensions?.code;
    if (typeof code === 'string' && (CLIENT_CODES.has(code) || original instanceof PublicError)) return formatted;
    const { id, log } = this.#requests.get(error as object) ?? this.#unknown();
    log.error({ err: original, path: formatted.path }, 'A request failed');
    return {
      message: 'Something went wrong on our side. The id finds it in our log.',
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
      extensions: { code: 'INTERNAL_SERVER_ERROR', id },
    };
  };

  /** For what went wrong before the request was known. */
  #unknown(): Pick<FastifyRequest, 'id' | 'log'> {
    const id = randomUUID();
    return { id, log: this.log.child({ requestId: id }) };
  }
}

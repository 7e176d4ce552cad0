import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { bearerToken } from '../auth/bearer.js';
import { InvalidTokenError, IssuerUnavailableError } from '../auth/errors.js';
import type { Login } from '../auth/login.js';
import type { Viewer } from '../core/viewer.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent the request; null where nobody logged in. */
    viewer: Viewer | null;
    /** Why the request is not answered: its token is no good, or cannot be checked. */
    refusal: Error | null;
  }
}

/**
 * Finds out who sent a request, by its token. What is wrong with one is noted for `refuse`, so that it costs its address
 * a point.
 */
export function authentication(app: FastifyInstance, login: Login | undefined): onRequestAsyncHookHandler {
  app.decorateRequest('viewer', null);
  app.decorateRequest('refusal', null);
  return async (request, reply) => {
    try {
      const token = bearerToken(request.raw.headersDistinct.authorization);
      if (token === null) return;
      // What somebody who logged in gets is nobody else's: no cache keeps it.
      reply.header('cache-control', 'private, no-store');
      if (!login) throw new InvalidTokenError('Nobody can log in to this server.');
      request.viewer = await login.verify(token);
    } catch (error) {
      request.refusal = error as Error;
      if (error instanceof InvalidTokenError) request.log.debug({ reason: error.reason }, 'A token is not accepted');
      if (error instanceof IssuerUnavailableError)
        request.log.warn({ reason: error.reason }, 'Tokens cannot be checked');
    }
  };
}

/** Turns a request away whose token was not accepted: it is never answered as one without a token. */
export const refuse = async ({ refusal }: FastifyRequest): Promise<void> => {
  if (refusal) throw refusal;
};

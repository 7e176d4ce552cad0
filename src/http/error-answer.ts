import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidTokenError } from '../auth/errors.js';
import { type ErrorCode, PublicError } from '../core/errors.js';
import { errorBody } from './error-body.js';

const statuses: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  TOO_COMPLEX: 400,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
};

/** Answers what a route throws: errors meant for clients as they are, ours by the id of the request, which finds them in the log. */
export async function errorAnswer(
  error: Error & { readonly statusCode?: number },
  { id, log }: FastifyRequest,
  reply: FastifyReply,
) {
  if (error instanceof PublicError) {
    const { code, retryAfter } = error.extensions as { readonly code: ErrorCode; readonly retryAfter?: number };
    if (error instanceof InvalidTokenError) reply.header('www-authenticate', error.challenge);
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
    return reply.status(statuses[code]).send(errorBody(error.message, code, error.extensions));
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return reply.status(status).send(errorBody(error.message, 'BAD_REQUEST'));
  log.error({ err: error }, 'A request failed');
  const message = 'Something went wrong on our side. The id finds it in our log.';
  return reply.status(status).send(errorBody(message, 'INTERNAL_SERVER_ERROR', { id }));
}

import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** What a page may send beyond what any page may. */
const REQUEST_HEADERS = [
  ...['authorization', 'content-type', 'apollo-require-preflight', 'idempotency-key'],
  ...['traceparent', 'x-request-id'],
];
/** What it may read beyond what any page may. */
const ANSWER_HEADERS = [
  ...['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after'],
  ...['x-request-id', 'www-authenticate', 'content-disposition'],
];
/** How long a browser need not ask again, in seconds. */
const REMEMBERED = 600;

/**
 * Lets pages of these origins, and no others, read answers. Never with cookies: people are known by a token that the page
 * itself sends.
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(fastifyCors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    allowedHeaders: REQUEST_HEADERS,
    exposedHeaders: ANSWER_HEADERS,
    credentials: false,
    maxAge: REMEMBERED,
    strictPreflight: false,
  });
}

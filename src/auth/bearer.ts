import { InvalidTokenError } from './errors.js';

/** Longest token that is looked at, in characters; Node takes no more than twice as much in all headers. */
const LONGEST = 8_000;

/** The token of Authorization headers (RFC 6750); null where there is none. Throws UNAUTHENTICATED for anything else. */
export function bearerToken(headers: readonly string[] | undefined): string | null {
  if (headers === undefined || headers.length === 0) return null;
  const [header = ''] = headers;
  const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(header)?.[1];
  if (headers.length > 1 || token === undefined || token.length > LONGEST)
    throw new InvalidTokenError('Authorization must be: Bearer <token>.');
  return token;
}

import { createHash } from 'node:crypto';
import { PublicError } from './errors.js';

/** What a client calls a request that it may send again, and how many of its deeds were begun. */
export interface RequestKey {
  readonly name: string;
  deeds: number;
}

/**
 * The key of a request by its header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): text of at most 255 visible
 * ASCII characters. Null where there is none. Throws BAD_USER_INPUT.
 */
export function requestKey(headers: readonly string[] | undefined): RequestKey | null {
  if (headers === undefined) return null;
  const [header = ''] = headers;
  if (headers.length > 1 || !/^[!-~]{1,255}$/.test(header))
    throw new PublicError('BAD_USER_INPUT', 'Idempotency-Key must be 1 to 255 visible ASCII characters, given once.');
  return { name: header, deeds: 0 };
}

/** The key of the next deed of a request by an account: the same when the same request is sent again. */
export const nextDeedKey = (key: RequestKey | null, account: string): string | null =>
  key === null
    ? null
    : createHash('sha256')
        .update(JSON.stringify([account, key.name, key.deeds++]))
        .digest('base64url');

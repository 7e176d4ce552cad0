import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { IssuerUnavailableError } from './errors.js';
import { isTrustworthy } from './issuer.js';

/** Longest wait for an answer of the issuer's, in milliseconds. */
const TIMEOUT = 2_000;
/** An unknown key has the keys read anew, but not more often than this, in milliseconds. */
const COOLDOWN = 30_000;
/** How long keys are kept, in milliseconds: a withdrawn one is believed no longer than this. */
const MAX_AGE = 600_000;
/** After a failure the issuer's configuration is not asked for again this long, in milliseconds. */
const PAUSE = 1_000;
/** How long the issuer's configuration is kept, in milliseconds. */
const LASTING = 3_600_000;

/**
 * The keys of an issuer, found by its `/.well-known/openid-configuration` when the first token comes. They throw
 * UNAVAILABLE where the issuer does not answer or not as it should.
 */
export function issuerKeys(issuer: string): JWTVerifyGetKey {
  const keySet = remembered(() => discover(issuer));
  return async (header, token) => {
    const keys = await keySet();
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new IssuerUnavailableError(`The keys of ${issuer} cannot be read: ${(error as Error).message}`);
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const failure = (why: string) => new IssuerUnavailableError(`${address} ${why}`);
  const configuration = await fetchJson(address).catch((error: Error) => {
    throw failure(`cannot be read: ${error.message}`);
  });
  if (configuration.issuer !== issuer) throw failure(`names another issuer: ${JSON.stringify(configuration.issuer)}`);
  const keys = String(configuration.jwks_uri);
  if (!isTrustworthy(keys)) throw failure('names no https address of keys');
  return createRemoteJWKSet(new URL(keys), {
    timeoutDuration: TIMEOUT,
    cooldownDuration: COOLDOWN,
    cacheMaxAge: MAX_AGE,
  });
}

async function fetchJson(address: string): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(address, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  const document: unknown = await response.json();
  if (typeof document !== 'object' || document === null) throw new Error('no object');
  return document as Readonly<Record<string, unknown>>;
}

/** Asks once for all who wait; what was found is kept for an hour, and a failure for a moment. */
function remembered<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | null = null;
  return () => {
    const forgetAfter = (milliseconds: number): void =>
      void setTimeout(() => {
        answer = null;
      }, milliseconds).unref();
    answer ??= ask().then(
      (value) => {
        forgetAfter(LASTING);
        return value;
      },
      (error) => {
        forgetAfter(PAUSE);
        throw error;
      },
    );
    return answer;
  };
}

import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Viewer } from '../core/viewer.js';
import { viewerOfClaims } from './claims.js';
import { InvalidTokenError } from './errors.js';
import type { Issuer } from './issuer.js';

/** Whom a token was issued for. Rejects with UNAUTHENTICATED where it proves nothing, UNAVAILABLE where none can be checked. */
export type TokenVerifier = (token: string) => Promise<Viewer>;

/** None of a secret that both sides share, and none of a token's own choosing. */
const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
/** By how much clocks may differ, in seconds. */
const CLOCK_TOLERANCE = 5;
const REQUIRED = ['exp', 'sub', 'iat'];
/** Access tokens (RFC 9068) and ID tokens; an issuer signs other things by the same keys, such as notes of a logout. */
const TYPES = new Set(['jwt', 'at+jwt', 'application/jwt', 'application/at+jwt']);
/** As OpenID Connect bounds a subject, in characters. */
const LONGEST_SUBJECT = 255;

/** Verifies the tokens of one issuer by its keys. Nothing but the key's name is taken from a token's header. */
export function tokenVerifier(issuer: Issuer, keys: JWTVerifyGetKey): TokenVerifier {
  const options = {
    algorithms: ALGORITHMS,
    issuer: issuer.url,
    audience: issuer.audience,
    clockTolerance: CLOCK_TOLERANCE,
    requiredClaims: REQUIRED,
  };
  return async (token) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, options);
      if (!TYPES.has((protectedHeader.typ ?? 'JWT').toLowerCase())) throw invalid(`its typ is ${protectedHeader.typ}`);
      // Such a token is worth nothing without proof of a key, which a bearer does not give.
      if (payload.cnf !== undefined) throw invalid('it is bound to a key');
      if (!hasSubject(payload)) throw invalid('its sub is no subject');
      return viewerOfClaims(payload, issuer);
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new InvalidTokenError('The token has expired.');
      if (error instanceof errors.JOSEError) throw invalid(`${error.code}: ${error.message}`);
      throw error;
    }
  };
}

const invalid = (reason: string) => new InvalidTokenError('The token is not valid here.', reason);

const hasSubject = (payload: JWTPayload): payload is JWTPayload & { sub: string } =>
  typeof payload.sub === 'string' && payload.sub !== '' && payload.sub.length <= LONGEST_SUBJECT;

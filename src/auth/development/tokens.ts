import { importJWK, SignJWT } from 'jose';
import type { Issuer } from '../issuer.js';
import { ALGORITHM, type SigningKey } from './signing-key.js';

/**
 * What tokens for development say of their issuer and of whom they are for. The issuer is a name without an address, so
 * that a token and an account are good whatever port the server has; the keys lie in the home, and are not asked for.
 */
export const DEVELOPMENT: Issuer = {
  url: 'research-graph-development',
  audience: 'research-graph',
  rolesClaim: 'roles',
  orcidClaim: 'orcid',
};

/** Somebody whom the development issuer knows: as they say themselves. */
export interface Persona {
  readonly sub: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly orcid?: string | undefined;
  readonly roles: readonly string[];
}

/** An access token (RFC 9068) as the development issuer gives it, good for so many seconds. */
export async function developmentToken(key: SigningKey, persona: Persona, seconds: number): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ ...persona, client_id: 'research-graph-token' })
    .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: 'at+jwt' })
    .setIssuer(DEVELOPMENT.url)
    .setAudience(DEVELOPMENT.audience)
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .setJti(crypto.randomUUID())
    .sign(await importJWK(key, ALGORITHM));
}

import type { Issuer } from './issuer.js';
import { issuerKeys } from './issuer-keys.js';
import { type TokenVerifier, tokenVerifier } from './token-verifier.js';

/** How the server learns who sends a request. */
export interface Login {
  readonly verify: TokenVerifier;
}

/** The login by an OpenID Connect issuer, which is asked for its keys when the first token comes. */
export const loginBy = (issuer: Issuer): Login => ({ verify: tokenVerifier(issuer, issuerKeys(issuer.url)) });

import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet } from 'jose';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { developmentProvider } from './development/provider.js';
import { addDevelopmentRoutes } from './development/routes.js';
import { publicPart, signingKey } from './development/signing-key.js';
import { DEVELOPMENT } from './development/tokens.js';
import { issuerKeys } from './issuer-keys.js';
import { type TokenVerifier, tokenVerifier } from './token-verifier.js';

/** How the server learns who sends a request. */
export interface Login {
  readonly verify: TokenVerifier;
  /** Adds the pages by which people log in, where those are the server's own. */
  addRoutes?(app: FastifyInstance): void;
}

/** The login that the configuration names; undefined where nobody can log in. An issuer is not asked before a token comes. */
export async function openLogin(
  { login, home }: Pick<Config, 'login' | 'home'>,
  log: Logger,
): Promise<Login | undefined> {
  if (login === null) return undefined;
  if (login !== 'development') return { verify: tokenVerifier(login, issuerKeys(login.url)) };
  const key = await signingKey(home);
  return {
    verify: tokenVerifier(DEVELOPMENT, createLocalJWKSet({ keys: [publicPart(key)] })),
    addRoutes: (app) => addDevelopmentRoutes(app, developmentProvider(key, log)),
  };
}

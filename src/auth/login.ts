import type { FastifyInstance } from 'fastify';
import { createLocalJWKSet } from 'jose';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import { CLIENT, developmentProvider, MOUNT } from './development/provider.js';
import { addDevelopmentRoutes } from './development/routes.js';
import { publicPart, signingKey } from './development/signing-key.js';
import { DEVELOPMENT } from './development/tokens.js';
import type { Issuer } from './issuer.js';
import { issuerKeys } from './issuer-keys.js';
import { type TokenVerifier, tokenVerifier } from './token-verifier.js';

/** How a page logs somebody in: by which issuer, and as which of its clients. */
export interface PageLogin {
  /** Its address, or a path of this server. */
  readonly issuer: string;
  readonly clientId: string;
  /** Which of the issuer's tokens is for the API. */
  readonly token: 'access_token' | 'id_token';
}

/** How the server learns who sends a request. */
export interface Login {
  readonly verify: TokenVerifier;
  /** Absent where the page cannot log anybody in. */
  readonly page?: PageLogin;
  /** Adds the pages by which people log in, where those are the server's own. */
  addRoutes?(app: FastifyInstance): void;
}

/** The login that the configuration names; undefined where nobody can log in. An issuer is not asked before a token comes. */
export async function openLogin(
  { login, home }: Pick<Config, 'login' | 'home'>,
  log: Logger,
): Promise<Login | undefined> {
  if (login === null) return undefined;
  if (login !== 'development')
    return {
      verify: tokenVerifier(login, issuerKeys(login.url)),
      ...pageLogin(login),
    };
  const key = await signingKey(home);
  return {
    verify: tokenVerifier(DEVELOPMENT, createLocalJWKSet({ keys: [publicPart(key)] })),
    page: { issuer: MOUNT, clientId: CLIENT, token: 'access_token' },
    addRoutes: (app) => addDevelopmentRoutes(app, developmentProvider(key, log)),
  };
}

/** An ID token is meant for the client itself: it is the one to send where that is the audience. */
const pageLogin = ({ url, clientId, audience }: Issuer): Pick<Login, 'page'> =>
  clientId === undefined
    ? {}
    : { page: { issuer: url, clientId, token: clientId === audience ? 'id_token' : 'access_token' } };

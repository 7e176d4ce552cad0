import { randomBytes } from 'node:crypto';
import { escapeUTF8 } from 'entities';
import { LRUCache } from 'lru-cache';
import type Provider from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Logger } from 'pino';
import { page } from './pages.js';
import { ALGORITHM, type SigningKey } from './signing-key.js';
import { memoryStore } from './store.js';
import { DEVELOPMENT, type Persona } from './tokens.js';

/** Where the development issuer is on its server. */
export const MOUNT = '/oidc';
/** The client that a page of the same server is. */
export const CLIENT = 'research-graph-page';
/** Where it may be sent back to after a login or a logout. */
const RETURNS = ['/', '/login/callback', '/graphiql'];
const SCOPES = 'openid profile email';
/** The API, as RFC 8707 names it: what no resource is asked for is for this one too. */
const RESOURCE = 'urn:research-graph:api';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const MOST_PERSONAS = 10_000;
/** Most addresses under which a server is known at once: names of this machine, and ports that lead to it. */
const MOST_ORIGINS = 8;

/** The development issuer: one to its clients under each address that leads to it, with one memory. */
export interface DevelopmentProvider {
  /** The provider as it is known at an origin such as `http://127.0.0.1:4000`. */
  at(origin: string): Promise<Provider>;
  /** Notes who somebody says they are. */
  remember(persona: Persona): void;
}

/** Makes the development issuer; its library is loaded when it is first asked for. */
export function developmentProvider(key: SigningKey, log: Logger): DevelopmentProvider {
  const personas = new LRUCache<string, Persona>({ max: MOST_PERSONAS });
  const providers = new LRUCache<string, Promise<Provider>>({ max: MOST_ORIGINS });
  const shared = { adapter: memoryStore(), cookieKeys: [randomBytes(32).toString('base64url')] };
  const make = async (origin: string): Promise<Provider> => {
    const { Provider } = await import('oidc-provider');
    const provider = new Provider(`${origin}${MOUNT}`, configurationFor(origin));
    provider.on('server_error', (_ctx, err) => log.error({ err }, 'The development issuer failed'));
    return provider;
  };

  const configurationFor = (origin: string): Configuration => ({
    adapter: shared.adapter,
    jwks: { keys: [key] },
    clients: [
      {
        client_id: CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: ALGORITHM,
        redirect_uris: RETURNS.map((path) => origin + path),
        post_logout_redirect_uris: RETURNS.map((path) => origin + path),
      },
    ],
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    scopes: ['openid'],
    claims: { openid: ['sub', 'orcid', 'roles'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false,
    enabledJWA: { idTokenSigningAlgValues: [ALGORITHM] },
    pkce: { required: () => true },
    // The page asks from where it is; a browser says so even there.
    clientBasedCORS: (_ctx, asking) => asking === origin,
    cookies: {
      keys: shared.cookieKeys,
      names: cookieNames(origin),
      long: { path: MOUNT, sameSite: 'lax', httpOnly: true },
      short: { sameSite: 'lax', httpOnly: true },
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPES,
          audience: DEVELOPMENT.audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: HOUR,
          jwt: { sign: { alg: ALGORITHM } },
        }),
      },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
    },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: MINUTE,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 24 * HOUR,
      Grant: 24 * HOUR,
    },
    interactions: { url: (_ctx, { uid }) => `${MOUNT}/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...persona(sub) }) }),
    extraTokenClaims: (_ctx, token) => {
      const { sub: _sub, ...claims } = persona('accountId' in token ? String(token.accountId) : '');
      return claims;
    },
    formats: {
      // As those of the shell: good at every port.
      customizers: {
        jwt: (_ctx, _token, parts) => {
          parts.payload.iss = DEVELOPMENT.url;
          return parts;
        },
      },
    },
    loadExistingGrant: consentAtOnce,
    renderError,
  });

  const persona = (sub: string): Persona => personas.get(sub) ?? { sub, name: sub, roles: [] };

  return {
    async at(origin) {
      const known = providers.get(origin) ?? make(origin);
      providers.set(origin, known);
      return known;
    },
    remember: (known) => void personas.set(known.sub, known),
  };
}

/** Browsers tell cookies apart by host alone: two servers of one machine would log each other out. */
function cookieNames(origin: string) {
  const { port } = new URL(origin);
  return { session: `oidc-session-${port}`, interaction: `oidc-login-${port}`, resume: `oidc-resume-${port}` };
}

/** The client is the server's own page, so nobody is asked whether it may know them. */
async function consentAtOnce(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const id = session.grantIdFor(client.clientId);
  const known = id === undefined ? undefined : await provider.Grant.find(id);
  if (known) return known;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES);
  grant.addResourceScope(RESOURCE, SCOPES);
  await grant.save();
  return grant;
}

function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  const button = '<button form="op.logoutForm" name="logout" value="yes">Log out</button>';
  ctx.body = page('Log out', `${form}${button}`);
}

function postLogoutSuccessSource(ctx: KoaContextWithOIDC): void {
  ctx.body = page('Logged out', '<p>You are logged out.</p>');
}

function renderError(
  ctx: KoaContextWithOIDC,
  { error, error_description: why }: { error: string; error_description?: string },
) {
  ctx.type = 'html';
  ctx.body = page('The login did not work', `<p>${escapeUTF8(why ?? error)}</p>`);
}

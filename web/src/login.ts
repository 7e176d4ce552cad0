import { navigate } from './router.js';
import { forgetToken, keepToken } from './token.js';

const CLIENT = 'research-graph-page';
const ISSUER = '/oidc/.well-known/openid-configuration';
/** What must outlive the way to the issuer and back; taken out as soon as one is back. It holds no token. */
const JOURNEY = 'login';
/** Noted when somebody logs out, so that the issuer asks the next one who they are. */
const LEFT = 'logged-out';

interface Issuer {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

interface Journey {
  readonly state: string;
  readonly verifier: string;
  readonly back: string;
}

/** Why a login did not succeed, in a sentence for whoever tried. */
export class LoginError extends Error {}

const redirectUri = (): string => `${location.origin}/login/callback`;

async function findIssuer(): Promise<Issuer> {
  const response = await fetch(ISSUER).catch(() => null);
  if (response === null) throw new LoginError('The server cannot be reached.');
  if (!response.ok) throw new LoginError('This server does not offer a login.');
  return response.json();
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Leaves for the issuer (authorization code with PKCE). It comes back to `/login/callback`. Throws a LoginError. */
export async function logIn(): Promise<void> {
  const issuer = await findIssuer();
  const journey: Journey = { state: random(), verifier: random(), back: location.pathname + location.search };
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(journey.verifier));
  const address = new URL(issuer.authorization_endpoint, location.origin);
  address.search = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT,
    redirect_uri: redirectUri(),
    scope: 'openid profile email',
    state: journey.state,
    code_challenge: base64url(new Uint8Array(challenge)),
    code_challenge_method: 'S256',
    ...(sessionStorage.getItem(LEFT) === null ? {} : { prompt: 'login' }),
  }).toString();
  sessionStorage.setItem(JOURNEY, JSON.stringify(journey));
  location.assign(address);
}

/** Ends a login at `/login/callback`, then goes back to where it began. Throws a LoginError. */
export async function finishLogin(answer: URLSearchParams): Promise<void> {
  const journey = JSON.parse(sessionStorage.getItem(JOURNEY) ?? 'null') as Journey | null;
  sessionStorage.removeItem(JOURNEY);
  if (journey === null || answer.get('state') !== journey.state)
    throw new LoginError('This login was not begun here. Begin it again.');
  const code = answer.get('code');
  if (code === null) throw new LoginError(answer.get('error_description') ?? 'The login was not granted.');
  const issuer = await findIssuer();
  const response = await fetch(issuer.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: CLIENT,
      redirect_uri: redirectUri(),
      code_verifier: journey.verifier,
    }),
  }).catch(() => null);
  if (!response?.ok) throw new LoginError('The login could not be finished. Begin it again.');
  const { access_token: token } = (await response.json()) as { readonly access_token: string };
  sessionStorage.removeItem(LEFT);
  keepToken(token);
  navigate(journey.back, { replace: true });
}

/** Logs out: the token is forgotten, and the next login asks anew who it is. */
export function logOut(): void {
  sessionStorage.setItem(LEFT, '');
  forgetToken();
}

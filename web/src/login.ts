import { navigate } from './router.js';
import { forgetToken, keepToken } from './token.js';

/** Where the server says how to log in. */
const LOGIN = '/login.json';
/** What is asked for, as far as the issuer knows it. */
const SCOPES = ['openid', 'profile', 'email'];
/** What must outlive the way to the issuer and back; taken out as soon as one is back. It holds no token. */
const JOURNEY = 'login';
/** Noted when somebody logs out, so that the issuer asks the next one who they are. */
const LEFT = 'logged-out';

interface Issuer {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly scopes_supported?: readonly string[];
}

/** What the server says. */
interface Login {
  readonly issuer: string;
  readonly clientId: string;
  readonly token: 'access_token' | 'id_token';
}

interface Journey {
  readonly state: string;
  readonly verifier: string;
  readonly back: string;
}

/** Why a login did not succeed, in a sentence for whoever tried. */
export class LoginError extends Error {}

const redirectUri = (): string => `${location.origin}/login/callback`;

async function findLogin(): Promise<Login & Issuer> {
  const told = await fetch(LOGIN).catch(() => null);
  if (told === null) throw new LoginError('The server cannot be reached.');
  const login = told.ok ? ((await told.json()) as Login | null) : null;
  if (login === null) throw new LoginError('This server does not offer a login on its pages.');
  const found = await fetch(`${login.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`).catch(() => null);
  if (!found?.ok) throw new LoginError('The login cannot be reached. Try again later.');
  return { ...((await found.json()) as Issuer), ...login };
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/**
 * Leaves for the issuer (authorization code with PKCE). It comes back to `/login/callback`, and from there to this page,
 * at the section that a hash names. Throws a LoginError.
 */
export async function logIn(section = location.hash): Promise<void> {
  const login = await findLogin();
  const journey: Journey = { state: random(), verifier: random(), back: location.pathname + location.search + section };
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(journey.verifier));
  const address = new URL(login.authorization_endpoint, location.origin);
  const parameters = {
    response_type: 'code',
    client_id: login.clientId,
    redirect_uri: redirectUri(),
    scope: SCOPES.filter((scope) => login.scopes_supported?.includes(scope) ?? true).join(' '),
    state: journey.state,
    code_challenge: base64url(new Uint8Array(challenge)),
    code_challenge_method: 'S256',
    ...(sessionStorage.getItem(LEFT) === null ? {} : { prompt: 'login' }),
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
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
  const login = await findLogin();
  const response = await fetch(login.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: login.clientId,
      redirect_uri: redirectUri(),
      code_verifier: journey.verifier,
    }),
  }).catch(() => null);
  if (!response?.ok) throw new LoginError('The login could not be finished. Begin it again.');
  const { [login.token]: token } = (await response.json()) as Partial<Record<Login['token'], string>>;
  if (token === undefined) throw new LoginError('The login gave no token. Begin it again.');
  sessionStorage.removeItem(LEFT);
  keepToken(token);
  navigate(journey.back, { replace: true });
}

/** Logs out: the token is forgotten, and the next login asks anew who it is. */
export function logOut(): void {
  sessionStorage.setItem(LEFT, '');
  forgetToken();
}

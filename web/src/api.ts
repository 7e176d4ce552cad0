import type { TypedDocumentString } from './gen/graphql.js';
import { accessToken, forgetToken } from './token.js';

/** Why a question got no answer. Times in seconds. */
export type Failure =
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'limited'; readonly retryAfter: number }
  | { readonly kind: 'unavailable'; readonly retryAfter: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'login' }
  | { readonly kind: 'refused'; readonly message: string; readonly code: string }
  | { readonly kind: 'broken'; readonly id: string | null };

/** What came of a question. An answer may lack parts, which are then null, with the reasons in `gaps`. */
export type Outcome<Data> =
  | { readonly ok: true; readonly data: Data; readonly gaps: readonly Failure[] }
  | { readonly ok: false; readonly failure: Failure };

interface GraphQLProblem {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly id?: string; readonly retryAfter?: number };
}

const A_MOMENT = 5;

/** Sends one question. Never rejects but where `signal` ended it. */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Outcome<Data>> {
  const token = accessToken();
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    return { ok: false, failure: { kind: 'unreachable' } };
  }
  if (response.status === 401 && token) forgetToken();
  const body = (await response.json().catch(() => null)) as { data?: Data | null; errors?: GraphQLProblem[] } | null;
  const wait = Number(response.headers.get('retry-after')) || A_MOMENT;
  const gaps = (body?.errors ?? []).map((problem) => failureOf(problem, wait));
  if (body?.data && Object.values(body.data).some((value) => value !== null))
    return { ok: true, data: body.data, gaps };
  const [failure] = gaps;
  if (failure) return { ok: false, failure };
  // Null without an error: there is no such thing.
  if (body?.data) return { ok: true, data: body.data, gaps };
  return { ok: false, failure: ofStatus(response.status, wait) };
}

function failureOf({ message, extensions = {} }: GraphQLProblem, wait: number): Failure {
  const { code = '', id = null, retryAfter = wait } = extensions;
  switch (code) {
    case 'RATE_LIMITED':
      return { kind: 'limited', retryAfter };
    case 'UNAVAILABLE':
      return { kind: 'unavailable', retryAfter };
    case 'TIMEOUT':
      return { kind: 'timeout' };
    case 'UNAUTHENTICATED':
      return { kind: 'login' };
    case 'INTERNAL_SERVER_ERROR':
      return { kind: 'broken', id };
    default:
      return { kind: 'refused', message, code };
  }
}

function ofStatus(status: number, retryAfter: number): Failure {
  if (status === 429) return { kind: 'limited', retryAfter };
  if (status === 502 || status === 503) return { kind: 'unavailable', retryAfter };
  if (status === 504) return { kind: 'timeout' };
  return { kind: 'broken', id: null };
}

const inWords = (seconds: number): string =>
  seconds < 2
    ? 'in a moment'
    : seconds < 90
      ? `in ${Math.ceil(seconds)} seconds`
      : `in ${Math.ceil(seconds / 60)} minutes`;

/** The failure as a reader is told of it. */
export function describeFailure(failure: Failure): string {
  switch (failure.kind) {
    case 'unreachable':
      return 'The server cannot be reached. Check that it runs, then try again.';
    case 'limited':
      return `You have asked more than the server gives in a minute. It answers again ${inWords(failure.retryAfter)}.`;
    case 'unavailable':
      return `The database cannot be reached just now. Try again ${inWords(failure.retryAfter)}.`;
    case 'timeout':
      return 'This took longer than the server allows. A narrower question may do.';
    case 'login':
      return 'Log in to do this.';
    case 'refused':
      return failure.message;
    case 'broken':
      return failure.id
        ? `Something went wrong in the server. Its log says more under ${failure.id}.`
        : 'Something went wrong in the server.';
  }
}

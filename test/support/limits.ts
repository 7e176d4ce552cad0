import type { Answer, TestApp } from './app.js';

export const LIMIT = 20;
export const RATE_LIMIT = 'rateLimit { cost nodeCount limit remaining resetAt }';
export const NAME = 'researcher(id: "A1") { name }';
/** 1 + 100 + 1,000 pages: 11 points. */
export const DEAR =
  'researcher(id: "A1") { works(first: 100) { nodes { authors(first: 10) { nodes { works(first: 1) { totalCount } } } } } }';
export const DEAR_NODES = 100 + 1_000 + 1_000;
/** More nodes than a request may touch. */
export const TOO_MANY = DEAR.replace('first: 10)', 'first: 100)').replace('first: 1)', 'first: 100)');
export const TOO_MANY_NODES = 100 + 10_000 + 1_000_000;

let callers = 0;
/** An address that no other test calls from. */
export const newCaller = () => `192.0.2.${++callers}`;

/** Sends a request as a proxy would, for a caller. */
export const send = (app: TestApp, body: string, from: string) =>
  fetch(`${app.address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'x-forwarded-for': from,
    },
    body,
  });
export async function ask(app: TestApp, query: string, from: string, variables?: object): Promise<Answer> {
  const response = await send(app, JSON.stringify({ query, variables }), from);
  return { status: response.status, headers: response.headers, ...((await response.json()) as object) } as Answer;
}
export const remaining = ({ headers }: { readonly headers: Headers }) => Number(headers.get('x-ratelimit-remaining'));

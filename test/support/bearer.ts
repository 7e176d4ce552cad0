import type { TestApp } from './app.js';

/** What is answered to a request with an Authorization header; a question, or a path that is got. */
export async function askWith(
  app: TestApp,
  authorization: string,
  path?: string,
  headers: Record<string, string> = {},
) {
  const response = await fetch(app.address + (path ?? '/graphql'), {
    ...(path === undefined && { method: 'POST', body: JSON.stringify({ query: '{ graph { maxAuthors } }' }) }),
    headers: { 'content-type': 'application/json', authorization, ...headers },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
}

/** Expects that a request was refused for its token, in the forms of HTTP and of GraphQL, and tells nothing of the inside. */
export function expectRefusal({ status, headers, text }: Awaited<ReturnType<typeof askWith>>, message?: string): void {
  expect(status).toBe(401);
  const [error] = JSON.parse(text).errors;
  expect(error).toEqual({ message: message ?? expect.any(String), extensions: { code: 'UNAUTHENTICATED' } });
  expect(headers.get('www-authenticate')).toBe(`Bearer error="invalid_token", error_description="${error.message}"`);
  expect(text).not.toMatch(/jose|JWS|JWT|JWK|node_modules|claim/);
}

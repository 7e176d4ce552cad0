/** The token of whoever logged in. It lives in memory alone: no script of another page, and no later visitor, finds it. */
let token: string | null = null;
const listeners = new Set<() => void>();

/** The access token; null where nobody is logged in. */
export const accessToken = (): string | null => token;

/** Takes the token that a login gave. */
export function keepToken(given: string): void {
  token = given;
  for (const listener of listeners) listener();
}

/** Logs out, as far as this page is concerned. */
export function forgetToken(): void {
  token = null;
  for (const listener of listeners) listener();
}

/** Calls `listener` whenever somebody logs in or out, until the returned function is called. */
export function onTokenChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

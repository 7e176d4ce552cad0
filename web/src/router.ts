import { useEffect, useState } from 'preact/hooks';

const listeners = new Set<() => void>();
const moved = (): void => {
  for (const listener of listeners) listener();
};

/** Goes to an address of ours. A new path starts at its top; `replace` leaves no way back to where one was. */
export function navigate(to: string, { replace = false } = {}): void {
  const before = location.pathname;
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  moved();
  if (location.pathname === before) return;
  scrollTo(0, 0);
  // A reader of the screen hears where it is now.
  queueMicrotask(() => document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }));
}

/** Where the page is, kept up to date: the address is the only state that outlives a component. */
export function useLocation(): { readonly path: string; readonly query: URLSearchParams } {
  const [, render] = useState(0);
  useEffect(() => {
    const listener = () => render((count) => count + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

/** Changes parameters of the address; null takes one away. */
export function setQuery(changes: Readonly<Record<string, string | null>>): void {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  navigate(`${location.pathname}${text && `?${text}`}`);
}

/** Pages that the server makes by other means. */
const ELSEWHERE = /^\/(graphiql|graphql|export|oidc|healthz|readyz|metrics)\b/;

/** Follows links of ours without loading the page anew. */
export function startRouter(): void {
  addEventListener('popstate', moved);
  addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = (event.target as Element).closest?.('a');
    if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    if (ELSEWHERE.test(link.pathname)) return;
    const here = link.pathname === location.pathname && link.search === location.search;
    if (here && link.hash) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}

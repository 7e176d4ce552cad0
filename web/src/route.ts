/** A page of ours. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'researcher' | 'work' | 'topic' | 'institution' | 'explore'; readonly id: string }
  | { readonly page: 'account' }
  | { readonly page: 'login' }
  | { readonly page: 'nothing' };

/** The page that a path stands for. An id may hold slashes, written or encoded. */
export function routeOf(path: string): Route {
  if (path === '/') return { page: 'home' };
  if (path === '/account') return { page: 'account' };
  if (path === '/login/callback') return { page: 'login' };
  const [, kind, rest] = /^\/(researcher|work|topic|institution|explore)\/(.+?)\/?$/.exec(path) ?? [];
  if (kind === undefined || rest === undefined) return { page: 'nothing' };
  try {
    return { page: kind as 'researcher', id: decodeURIComponent(rest) };
  } catch {
    return { page: 'nothing' };
  }
}

/** What the API calls the kinds of node. */
export type Kind = 'RESEARCHER' | 'WORK' | 'TOPIC' | 'INSTITUTION';

/** An id as a path shows it: readable where that is safe. */
const inPath = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':').replaceAll('%2F', '/');

/** Where the page of a node is. */
export const pathOf = (kind: Kind | Capitalize<Lowercase<Kind>>, id: string): string =>
  `/${kind.toLowerCase()}/${inPath(id)}`;

/** Where the explorer around a node is. */
export const explorerOf = (id: string): string => `/explore/${inPath(id)}`;

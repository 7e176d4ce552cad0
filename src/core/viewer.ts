import type { AuthCheckerFn } from 'type-graphql';
import { PublicError } from './errors.js';

/** Whoever sent a request and has proved who they are, by a token that was verified. */
export interface Viewer {
  /** Key of the account: the same at every login with the same issuer, and nobody else's. */
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly roles: readonly string[];
  /** The ORCID iD that the issuer vouches for, as `0000-0002-1825-0097`. */
  readonly orcid: string | null;
}

/** The role that decides about claims and about records that are mixed or double. */
export const MODERATOR = 'moderator';

/** Whether somebody is a moderator. */
export const isModerator = (viewer: Viewer | null): viewer is Viewer => viewer?.roles.includes(MODERATOR) ?? false;

/** Whoever sent a request. Throws UNAUTHENTICATED where nobody logged in. */
export function requireViewer(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new PublicError('UNAUTHENTICATED', 'Log in to do this.');
  return viewer;
}

/** The moderator who sent a request. Throws UNAUTHENTICATED where nobody is known, FORBIDDEN for everybody else. */
export function requireModerator(viewer: Viewer | null): Viewer {
  const known = requireViewer(viewer);
  if (!isModerator(known)) throw new PublicError('FORBIDDEN', 'Only moderators may do this.');
  return known;
}

/** What `@Authorized()` on a field asks for: somebody who logged in; `@Authorized(MODERATOR)`: a moderator. */
export const checkAuthorization: AuthCheckerFn<{ readonly viewer: Viewer | null }> = ({ context }, roles) => {
  if (roles.includes(MODERATOR)) requireModerator(context.viewer);
  else requireViewer(context.viewer);
  return true;
};

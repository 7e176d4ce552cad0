import { PublicError } from './errors.js';

/** Whoever sent a request and has proved who they are. */
export interface Viewer {
  readonly id: string;
  readonly name: string | null;
  readonly roles: readonly string[];
}

/** The role that may merge and split records. */
export const MODERATOR = 'moderator';

/** Whether somebody is a moderator. */
export const isModerator = (viewer: Viewer | null): viewer is Viewer => viewer?.roles.includes(MODERATOR) ?? false;

/** The moderator who sent a request. Throws UNAUTHENTICATED where nobody is known, FORBIDDEN for everybody else. */
export function requireModerator(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new PublicError('UNAUTHENTICATED', 'Log in to do this.');
  if (!isModerator(viewer)) throw new PublicError('FORBIDDEN', 'Only moderators may do this.');
  return viewer;
}

import { BadInputError } from '../core/errors.js';

/** The most ids of one question. */
export const MAX_IDS = 500;

/** Checks the length of a list of ids. Throws BAD_USER_INPUT. */
export function checkIds(ids: readonly string[], most = MAX_IDS): void {
  if (ids.length > most) throw new BadInputError('ids', `must be at most ${most}`, ids.length);
}

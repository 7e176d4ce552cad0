import { sortKey } from '../sort-key.js';

/** How surely a place on a byline is a person's: the name stands there in full, or shortened. */
export interface BylinePlace {
  /** From 0. */
  readonly place: number;
  /** Letter for letter one of the person's names: an abbreviated name is shared by too many to join records on. */
  readonly inFull: boolean;
}

/** The place on a byline where one of these names stands; null where none does, or more than one. */
export function placeOf(byline: readonly string[], names: readonly string[]): BylinePlace | null {
  const keys = new Set(names.map(sortKey));
  const places = byline.map(sortKey);
  const same = places.flatMap((key, place) => (keys.has(key) ? [place] : []));
  if (same.length > 0) return same.length === 1 ? { place: same[0] as number, inFull: true } : null;
  const alike = places.flatMap((key, place) => ([...keys].some((name) => isShortened(name, key)) ? [place] : []));
  return alike.length === 1 ? { place: alike[0] as number, inFull: false } : null;
}

/** Whether two names have one family name, and one of them the first letter of the other's given name in its place. */
function isShortened(one: string, other: string): boolean {
  const [first, second] = [one.split(' '), other.split(' ')];
  if (first.length < 2 || second.length < 2 || first.at(-1) !== second.at(-1)) return false;
  const [given = '', otherGiven = ''] = [first[0], second[0]];
  return (given.length === 1 || otherGiven.length === 1) && given.charAt(0) === otherGiven.charAt(0);
}

import { Affinity } from './affinity.js';
import { type ComparedWork, compareRecord } from './record.js';
import type { IdentityOptions, IdentityWork } from './record-works.js';
import { joiningKeys, keysOf } from './starting-groups.js';

/** Which part of a record that was split a work hangs together with best, and why. */
export interface BestPart {
  /** Place among the parts given. */
  readonly part: number;
  /** Coauthors of the work, by id or name, who are on works of the part too. */
  readonly sharedCoauthors: number;
  /** The score of the work and the part, as `identityOf` joins groups by it: above 0 speaks for the part. */
  readonly score: number;
}

/**
 * For a work that a source adds to a record which was split here: the part with which it shares most coauthors, then the
 * part with the highest score, then the first. A part without works is never chosen, unless all are; a part that holds the
 * work already is compared without it.
 */
export function bestPart(
  parts: readonly (readonly IdentityWork[])[],
  work: IdentityWork,
  options: IdentityOptions = {},
): BestPart {
  const others = parts.map((works) => works.filter(({ id }) => id !== work.id));
  const record = compareRecord([...others.flat(), work], options);
  const places = new Map(record.works.map((each, place) => [each.work.id, place]));
  const placesOf = (works: readonly IdentityWork[]): number[] =>
    works.map(({ id }) => places.get(id) as number).sort((one, other) => one - other);
  const groups = [...others.map(placesOf), placesOf([work])];
  const filled = groups.flatMap((members, part) => (members.length > 0 ? [part] : []));
  const affinity = new Affinity(
    record,
    filled.map((part) => groups[part] as number[]),
  );
  const compared = (members: readonly number[]): ComparedWork[] =>
    members.map((place) => record.works[place] as ComparedWork);
  const [newcomer] = compared(groups[parts.length] as number[]) as [ComparedWork];
  const candidates = filled.slice(0, -1).map((part, number) => {
    const known = new Set(compared(groups[part] as number[]).flatMap(joiningKeys));
    return {
      part,
      sharedCoauthors: newcomer.coauthors.filter((each) => keysOf(each).some((key) => known.has(key))).length,
      score: Math.round(affinity.score(number, filled.length - 1) * 100) / 100,
    };
  });
  const better = (one: BestPart, other: BestPart): number =>
    other.sharedCoauthors - one.sharedCoauthors || other.score - one.score || one.part - other.part;
  return candidates.sort(better)[0] ?? { part: 0, sharedCoauthors: 0, score: 0 };
}

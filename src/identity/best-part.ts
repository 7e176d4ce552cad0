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

const better = (one: BestPart, other: BestPart): number =>
  other.sharedCoauthors - one.sharedCoauthors || other.score - one.score || one.part - other.part;

/**
 * For works that a source adds to a record which was split here: the part with which each shares most coauthors, then the
 * part with the highest score, then the first. A part without works is never chosen, unless all are; a part that holds such
 * a work already is compared without it. The parts are compared once for all works, which say nothing of one another.
 */
export function bestParts(
  parts: readonly (readonly IdentityWork[])[],
  newcomers: readonly IdentityWork[],
  options: IdentityOptions = {},
): readonly BestPart[] {
  const arriving = new Set(newcomers.map(({ id }) => id));
  const others = parts.map((works) => works.filter(({ id }) => !arriving.has(id)));
  const record = compareRecord([...others.flat(), ...newcomers], options);
  const places = new Map(record.works.map((each, place) => [each.work.id, place]));
  const placesOf = (works: readonly IdentityWork[]): number[] =>
    works.map(({ id }) => places.get(id) as number).sort((one, other) => one - other);
  const filled = others.flatMap((works, part) => (works.length > 0 ? [part] : []));
  const groups = [...filled.map((part) => placesOf(others[part] ?? [])), ...newcomers.map((work) => placesOf([work]))];
  const affinity = new Affinity(record, groups);
  const compared = (group: number): ComparedWork[] =>
    (groups[group] ?? []).map((place) => record.works[place] as ComparedWork);
  const known = filled.map((_, group) => new Set(compared(group).flatMap(joiningKeys)));
  return newcomers.map((_, at) => {
    const own = filled.length + at;
    const coauthors = compared(own).flatMap((work) => work.coauthors);
    const candidates = filled.map((part, group) => ({
      part,
      sharedCoauthors: coauthors.filter((each) => keysOf(each).some((key) => known[group]?.has(key))).length,
      score: Math.round(affinity.score(group, own) * 100) / 100,
    }));
    return candidates.sort(better)[0] ?? { part: 0, sharedCoauthors: 0, score: 0 };
  });
}

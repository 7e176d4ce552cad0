import { Affinity } from './affinity.js';
import { agglomerate } from './agglomerate.js';
import { confidences } from './confidence.js';
import { Reasons, reasonsTogether } from './reasons.js';
import { compareRecord } from './record.js';
import type { IdentityOptions, IdentityWork } from './record-works.js';
import { startingGroups } from './starting-groups.js';
import { explain } from './verdict.js';
import { ATTACH_BELOW, JOIN_ABOVE, MEASURES, type Measure, MIXED_ABOVE } from './weights.js';

/** Records with more works are not looked at. */
export const MOST_WORKS = 2_000;

/** What one figure adds to (above 0) or takes from the score that a group and the largest are one person's. */
export interface Evidence {
  readonly measure: Measure;
  readonly points: number;
}

/** Works of one record that hang together. */
export interface IdentityGroup {
  /** Ascending. */
  readonly workIds: readonly string[];
  /** That the group is another person than the largest group, 0 to 1: 0 for the largest. */
  readonly confidence: number;
  /** In plain words: for the largest what holds it together, for others what sets them apart and what does not. */
  readonly reasons: readonly string[];
  /** The score against the largest group, piece by piece, the weightiest first; empty for the largest. */
  readonly evidence: readonly Evidence[];
}

/** What a record's works say of whether one person wrote them. */
export interface IdentityFindings {
  /** False where some group's confidence is above MIXED_ABOVE; null where there is too little to tell. */
  readonly consistent: boolean | null;
  readonly explanation: string;
  /** The largest first, then by the smallest work id; empty without works, or with more than MOST_WORKS. */
  readonly groups: readonly IdentityGroup[];
}

/**
 * Groups the works of one record by what they have in common, and says how likely each group is another person's. Pure,
 * and the same in whatever order works, coauthors and the rest are given.
 */
export function identityOf(works: readonly IdentityWork[], options: IdentityOptions = {}): IdentityFindings {
  if (works.length > MOST_WORKS)
    return { consistent: null, groups: [], explanation: `Records of more than ${MOST_WORKS} works are not compared.` };
  const record = compareRecord(works, options);
  if (record.works.length === 0) return { consistent: null, groups: [], explanation: 'The record has no works.' };
  const affinity = new Affinity(record, startingGroups(record));
  agglomerate(affinity, JOIN_ABOVE);
  const [largest, ...others] = [...affinity.alive].sort(
    (one, other) => affinity.sizeOf(other) - affinity.sizeOf(one) || one - other,
  ) as [number, ...number[]];
  const found = confidences(affinity, largest, others, record.works.length);
  const attached = others.filter((_, place) => (found[place] as number) < ATTACH_BELOW);
  const core = [largest, ...attached].flatMap((group) => affinity.membersOf(group));
  const apart = others.flatMap((group, place) =>
    attached.includes(group) ? [] : [{ group, confidence: found[place] as number }],
  );
  const idsOf = (members: readonly number[]): string[] =>
    [...members].sort((one, other) => one - other).map((index) => record.works[index]?.work.id as string);
  const reasons = new Reasons(record, core);
  const groups: IdentityGroup[] = [
    {
      workIds: idsOf(core),
      confidence: 0,
      reasons: reasonsTogether(record, affinity.membersOf(largest), core),
      evidence: [],
    },
    ...apart.map(({ group, confidence }) => ({
      workIds: idsOf(affinity.membersOf(group)),
      confidence: Math.round(confidence * 1_000) / 1_000,
      reasons: reasons.apart(affinity.membersOf(group), apart.length === 1),
      evidence: evidenceOf(affinity, group, largest),
    })),
  ];
  const highest = Math.max(0, ...groups.map(({ confidence }) => confidence));
  const consistent = highest > MIXED_ABOVE ? false : groups.length === 1 && record.works.length > 1 ? true : null;
  return { consistent, groups, explanation: explain(consistent, groups) };
}

function evidenceOf(affinity: Affinity, group: number, largest: number): Evidence[] {
  return [...affinity.points(group, largest)]
    .map((points, index) => ({ measure: MEASURES[index] as Measure, points: Math.round(points * 100) / 100 }))
    .filter(({ points }) => points !== 0)
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points));
}

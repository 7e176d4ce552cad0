import type { Affinity } from './affinity.js';
import { CONFIDENCE, MEASURES } from './weights.js';

const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));
const TOPICS = MEASURES.indexOf('topics');
const REFERENCES = MEASURES.indexOf('references');

/**
 * How likely each group is another person's than the largest, in the order given. First each by itself; then all
 * together, since five groups that may each be another person's make it likely that one of them is: where that says
 * more than the strongest group alone, all are raised in proportion.
 */
export function confidences(affinity: Affinity, largest: number, others: readonly number[], works: number): number[] {
  const odds = others.map((group) => {
    const points = affinity.points(group, largest);
    const matters = (points[TOPICS] as number) + (points[REFERENCES] as number);
    const fitted = points.reduce((sum, each) => sum + each, 0) - matters;
    const size = Math.log(affinity.sizeOf(group));
    return CONFIDENCE.group - CONFIDENCE.score * fitted + CONFIDENCE.size * size - matters;
  });
  const alone = odds.map((each) => chance(each - CONFIDENCE.mostAreOne));
  const strongest = Math.max(0, ...alone);
  if (strongest === 0) return alone;
  // The logarithm of the odds that none of them is: the sum over groups, each taken as certain at most to 0.999.
  const none = odds.reduce((sum, each) => sum - Math.log(1 - Math.min(0.999, chance(each))), 0);
  const share = affinity.sizeOf(largest) / works;
  const together = chance(
    CONFIDENCE.record + CONFIDENCE.together * none + CONFIDENCE.share * share - CONFIDENCE.mostAreOne,
  );
  return alone.map((each) => (each * Math.max(together, strongest)) / strongest);
}

import type { Affinity } from './affinity.js';
import { pairAt, pairsOf } from './pair-table.js';

/**
 * Joins, again and again, the two groups that go together best, as long as their score is above the given one; of equal
 * pairs the one with the lowest numbers.
 */
export function agglomerate(affinity: Affinity, joinAbove: number): void {
  const { count, alive } = affinity;
  const best = new Int32Array(count).fill(-1);
  // The score of the best partner; of a stale row, whose partner has changed, one that none of its pairs exceeds.
  const scores = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const stale = new Uint8Array(count);
  // The scores of all pairs: that of two groups changes only when one of them is joined.
  const known = new Float64Array(pairsOf(count));
  const row = new Float64Array(count);
  // Takes the place of a score, not the score: a number that is passed on would be made an object each time.
  const offer = (group: number, other: number, place: number): void => {
    const score = known[place] as number;
    const least = scores[group] as number;
    if (score < least || (score === least && (stale[group] === 1 || other > (best[group] as number)))) return;
    scores[group] = score;
    best[group] = other;
    stale[group] = 0;
  };
  const forget = (group: number): void => {
    best[group] = -1;
    scores[group] = Number.NEGATIVE_INFINITY;
    stale[group] = 0;
  };
  /** Scores a group with others, and offers each of them to the other. */
  const compare = (group: number, others: readonly number[]): void => {
    affinity.scores(group, others, row);
    for (let index = 0; index < others.length; index++) {
      const other = others[index] as number;
      const place = pairAt(count, group, other);
      known[place] = row[index] as number;
      offer(group, other, place);
      offer(other, group, place);
    }
  };
  const start = [...alive];
  for (const group of start) compare(group, start.slice(group + 1));
  for (;;) {
    let top = -1;
    let highest = joinAbove;
    for (const group of alive)
      if ((scores[group] as number) > highest) {
        highest = scores[group] as number;
        top = group;
      }
    if (top === -1) return;
    if (stale[top] === 1) {
      forget(top);
      for (const other of alive) if (other !== top) offer(top, other, pairAt(count, top, other));
      continue;
    }
    const kept = Math.min(top, best[top] as number);
    const gone = Math.max(top, best[top] as number);
    affinity.join(kept, gone);
    forget(kept);
    for (const group of alive) if (best[group] === kept || best[group] === gone) stale[group] = 1;
    compare(
      kept,
      alive.filter((group) => group !== kept),
    );
  }
}

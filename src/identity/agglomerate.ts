import type { Affinity } from './affinity.js';

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
  const offer = (group: number, other: number, score: number): void => {
    const least = scores[group] as number;
    if (score < least || (score === least && (stale[group] === 1 || other > (best[group] as number)))) return;
    scores[group] = score;
    best[group] = other;
    stale[group] = 0;
  };
  const seek = (group: number): void => {
    best[group] = -1;
    scores[group] = Number.NEGATIVE_INFINITY;
    stale[group] = 0;
    for (const other of alive) if (other !== group) offer(group, other, affinity.score(group, other));
  };
  for (let other = 1; other < count; other++)
    for (let group = 0; group < other; group++) {
      const score = affinity.score(group, other);
      offer(group, other, score);
      offer(other, group, score);
    }
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
      seek(top);
      continue;
    }
    const kept = Math.min(top, best[top] as number);
    const gone = Math.max(top, best[top] as number);
    affinity.join(kept, gone);
    best[kept] = -1;
    scores[kept] = Number.NEGATIVE_INFINITY;
    stale[kept] = 0;
    for (const group of alive) {
      if (group === kept) continue;
      if (best[group] === kept || best[group] === gone) stale[group] = 1;
      const score = affinity.score(kept, group);
      offer(group, kept, score);
      offer(kept, group, score);
    }
  }
}

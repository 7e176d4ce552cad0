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
  // The scores of all pairs, a row for each higher group: of two groups it changes only when one of them is joined.
  const known = new Float64Array((count * (count - 1)) / 2);
  const at = (one: number, other: number): number =>
    one < other ? (other * (other - 1)) / 2 + one : (one * (one - 1)) / 2 + other;
  const row = new Float64Array(count);
  const offer = (group: number, other: number, score: number): void => {
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
    for (let place = 0; place < others.length; place++) {
      const [other, score] = [others[place] as number, row[place] as number];
      known[at(group, other)] = score;
      offer(group, other, score);
      offer(other, group, score);
    }
  };
  const start = [...alive];
  for (const group of start) compare(group, start.slice(0, group));
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
      for (const other of alive) if (other !== top) offer(top, other, known[at(top, other)] as number);
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

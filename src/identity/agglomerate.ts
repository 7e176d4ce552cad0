import type { Affinity } from './affinity.js';

/** Joins, again and again, the two groups that go together best, as long as their score is above the given one. */
export function agglomerate(affinity: Affinity, joinAbove: number): void {
  const { count } = affinity;
  const best = new Int32Array(count).fill(-1);
  const scores = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const seek = (group: number): void => {
    best[group] = -1;
    scores[group] = Number.NEGATIVE_INFINITY;
    for (let other = group + 1; other < count; other++) {
      if (!affinity.isAlive(other)) continue;
      const score = affinity.score(group, other);
      if (score > (scores[group] as number)) {
        scores[group] = score;
        best[group] = other;
      }
    }
  };
  for (let group = 0; group < count; group++) seek(group);
  for (;;) {
    let kept = -1;
    let highest = joinAbove;
    for (let group = 0; group < count; group++)
      if (affinity.isAlive(group) && (scores[group] as number) > highest) {
        highest = scores[group] as number;
        kept = group;
      }
    if (kept === -1) return;
    const gone = best[kept] as number;
    affinity.join(kept, gone);
    for (let group = 0; group < count; group++) {
      if (!affinity.isAlive(group)) continue;
      const partner = best[group] as number;
      if (group === kept || partner === kept || partner === gone) seek(group);
      else if (group < kept) {
        const score = affinity.score(group, kept);
        if (score > (scores[group] as number) || (score === scores[group] && kept < partner)) {
          scores[group] = score;
          best[group] = kept;
        }
      }
    }
  }
}

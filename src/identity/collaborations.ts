import { isTelling } from './names.js';
import { type ComparedWork, LONGEST_BYLINE } from './record.js';

/** Names of a long byline that are compared, the first in alphabetical order: enough to know a collaboration again. */
const SAMPLE = 20;
/** Collaborations that are kept in mind; a record with more of them is not helped further. */
const MOST_COLLABORATIONS = 50;

/**
 * Pairs of works with long bylines that share at least half of a sample of names: papers of one collaboration. A single
 * name in common says nothing there, but most of them do. Each work is paired with the first of its collaboration.
 */
export function collaborations(works: readonly ComparedWork[]): [number, number][] {
  const pairs: [number, number][] = [];
  const known: { first: number; sample: Set<string> }[] = [];
  works.forEach(({ coauthors }, index) => {
    if (coauthors.length <= LONGEST_BYLINE) return;
    const names = new Set(coauthors.filter(({ name }) => isTelling(name)).map(({ name }) => name.full));
    const sample = [...names].slice(0, SAMPLE);
    const same = known.find((each) => sample.filter((name) => each.sample.has(name)).length >= SAMPLE / 2);
    if (same) pairs.push([same.first, index]);
    else if (known.length < MOST_COLLABORATIONS) known.push({ first: index, sample: new Set(sample) });
  });
  return pairs;
}

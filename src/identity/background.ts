import type { Background, IdentityWork } from './record-works.js';
import { type WorkKeys, workKeys } from './words.js';

/** How common words, venues and organisations are among the given works: a sample of the whole graph, of any order. */
export function backgroundOf(works: Iterable<IdentityWork>): Background {
  return countKeys([...works].map(workKeys()));
}

/** The same of works whose keys are known. */
export function countKeys(keys: readonly WorkKeys[]): Background {
  const counts = {
    works: keys.length,
    worksWithOrganisation: 0,
    ...{
      words: new Map<string, number>(),
      venues: new Map<string, number>(),
      organisations: new Map<string, number>(),
    },
  };
  for (const { words, venue, organisations } of keys) {
    for (const word of words) increase(counts.words, word);
    if (venue !== null) increase(counts.venues, venue);
    if (organisations.length > 0) counts.worksWithOrganisation++;
    for (const key of organisations) increase(counts.organisations, key);
  }
  return counts;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** How rare something is, as the logarithm of works for each that has it (inverse document frequency). */
export function rarity(counts: ReadonlyMap<string, number>, works: number, key: string): number {
  return Math.log((works + 1) / ((counts.get(key) ?? 0) + 1));
}

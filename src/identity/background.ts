import type { Background, IdentityWork } from './record-works.js';
import { organisationKeys, titleWords, venueKey } from './words.js';

/** How common words, venues and organisations are among the given works: a sample of the whole graph, of any order. */
export function backgroundOf(works: Iterable<IdentityWork>): Background {
  const counts = {
    works: 0,
    worksWithOrganisation: 0,
    ...{
      words: new Map<string, number>(),
      venues: new Map<string, number>(),
      organisations: new Map<string, number>(),
    },
  };
  for (const work of works) {
    counts.works++;
    for (const word of titleWords(work.title)) increase(counts.words, word);
    const venue = venueKey(work.venue);
    if (venue !== null) increase(counts.venues, venue);
    const organisations = organisationKeys(work.organisations ?? []);
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

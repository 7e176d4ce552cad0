import { BestMatches } from './best-matches.js';
import { groupsOf, holdersOf } from './holders.js';
import type { ComparedWork } from './record.js';
import type { IdentityWork } from './record-works.js';
import { REFERENCE_FIGURES, TOPIC_FIGURES } from './weights.js';

/** Added to every figure in the tables, so that the least is above 0, which means unknown. */
const ABOVE_ZERO = 10;

/** How well each work's topics fit those of each group: {@link TOPIC_FIGURES}; null where fewer than two works have any. */
export function topicMatches(works: readonly ComparedWork[], groupOf: Int32Array, groups: number): BestMatches | null {
  const hasTopics = works.flatMap(({ work }, index) => (work.topics?.length || work.fields?.length ? [index] : []));
  if (hasTopics.length < 2) return null;
  const matches = new BestMatches(works.length, groups, ABOVE_ZERO);
  const withRest = (index: number): boolean => Boolean(works[index]?.work.domains?.length);
  const least = new Float32Array(works.length);
  for (const index of hasTopics) least[index] = ABOVE_ZERO + TOPIC_FIGURES[withRest(index) ? 'nothing' : 'unknownRest'];
  for (const group of groupsOf(hasTopics, groupOf).keys()) matches.begin(group, least);
  const levels: [(work: IdentityWork) => readonly string[] | undefined, number][] = [
    [(work) => work.domains, TOPIC_FIGURES.domain],
    [(work) => work.fields, TOPIC_FIGURES.field],
    [(work) => work.subfields, TOPIC_FIGURES.subfield],
    [(work) => work.topics, TOPIC_FIGURES.topic],
  ];
  for (const [keysOf, figure] of levels)
    for (const holders of holdersOf(works, ({ work }) => keysOf(work) ?? []).values())
      for (const group of groupsOf(holders, groupOf).keys())
        for (const index of holders) matches.raise(index, group, ABOVE_ZERO + figure);
  return matches;
}

/** How well each work's references fit those of each group: {@link REFERENCE_FIGURES}; null where fewer than two have any. */
export function referenceMatches(
  works: readonly ComparedWork[],
  groupOf: Int32Array,
  groups: number,
): BestMatches | null {
  const citing = works.flatMap(({ work }, index) => (work.references?.length ? [index] : []));
  if (citing.length < 2) return null;
  const matches = new BestMatches(works.length, groups, ABOVE_ZERO);
  const least = new Float32Array(works.length);
  for (const index of citing) least[index] = ABOVE_ZERO + REFERENCE_FIGURES.none;
  for (const group of groupsOf(citing, groupOf).keys()) matches.begin(group, least);
  const common = new Float32Array(works.length * groups);
  for (const holders of holdersOf(works, ({ work }) => work.references ?? []).values()) {
    if (holders.length < 2) continue;
    for (const group of groupsOf(holders, groupOf).keys())
      for (const index of holders) {
        const cell = index * groups + group;
        common[cell] = (common[cell] as number) + 1;
        const count = common[cell] as number;
        const { one, two, five } = REFERENCE_FIGURES;
        matches.raise(index, group, ABOVE_ZERO + (count >= 5 ? five : count >= 2 ? two : one));
      }
  }
  const places = new Map(works.map(({ work }, index) => [work.id, index]));
  for (const from of citing)
    for (const id of works[from]?.work.references ?? []) {
      const to = places.get(id);
      if (to === undefined) continue;
      matches.raise(from, groupOf[to] as number, ABOVE_ZERO + REFERENCE_FIGURES.cites);
      matches.raise(to, groupOf[from] as number, ABOVE_ZERO + REFERENCE_FIGURES.cites);
    }
  return matches;
}

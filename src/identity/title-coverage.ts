import { BestMatches } from './best-matches.js';
import { groupsOf, holdersOf } from './holders.js';
import type { ComparedWork } from './record.js';
import { MOST_GROUPS } from './shared.js';

interface Word {
  readonly weight: number;
  readonly holders: readonly number[];
  readonly groups: Set<number>;
}

/** How much of each work's title, by the rarity of its words, occurs in the titles of each group: 0 to 1. */
export class TitleCoverage {
  readonly matches: BestMatches;
  private readonly lengths: Float64Array;
  private readonly wordsOf: Set<Word>[];

  constructor(works: readonly ComparedWork[], groupOf: Int32Array, groups: number) {
    this.matches = new BestMatches(works.length, groups, 0);
    this.lengths = Float64Array.from(works, ({ words }) => {
      let length = 0;
      for (const weight of words.values()) length += weight;
      return length;
    });
    this.wordsOf = Array.from({ length: groups }, () => new Set<Word>());
    for (const [text, holders] of holdersOf(works, ({ words }) => words.keys())) {
      const sharing = groupsOf(holders, groupOf);
      if (sharing.size < 2 || sharing.size > MOST_GROUPS) continue;
      const weight = (works[holders[0] as number] as ComparedWork).words.get(text) as number;
      const word = { weight, holders, groups: new Set(sharing.keys()) };
      for (const group of word.groups) this.cover(word, group);
    }
  }

  joinGroups(kept: number, gone: number): void {
    for (const word of this.wordsOf[gone] as Set<Word>) {
      word.groups.delete(gone);
      if (!word.groups.has(kept)) this.cover(word, kept);
    }
    this.wordsOf[gone] = new Set();
  }

  private cover(word: Word, group: number): void {
    const { table } = this.matches;
    const row = group * this.lengths.length;
    word.groups.add(group);
    (this.wordsOf[group] as Set<Word>).add(word);
    for (const work of word.holders) {
      const cell = row + work;
      table[cell] = (table[cell] as number) + word.weight / (this.lengths[work] as number);
    }
  }
}

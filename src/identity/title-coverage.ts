import type { InvertedIndex } from './inverted-index.js';
import type { Partition } from './partition.js';
import { MOST_GROUPS } from './shared.js';
import type { WorkFits } from './work-fits.js';

/** How much of each work's title, by the rarity of its words, occurs in the titles of each group: 0 to 1. */
export class TitleCoverage implements WorkFits {
  private readonly works: number;
  private readonly groups: number;
  /** By rows, a row a group. */
  private readonly covered: Float32Array;
  private readonly lengths: Float64Array;
  /** Words that cover titles, of each group. */
  private readonly wordsOf: number[][];
  /** By words: 1 for each group that has the word. */
  private readonly has: Uint8Array;

  constructor(
    private readonly words: InvertedIndex,
    private readonly rarities: Float64Array,
    partition: Partition,
  ) {
    this.works = partition.size;
    this.groups = partition.groups;
    this.covered = new Float32Array(this.works * this.groups);
    this.lengths = new Float64Array(this.works);
    for (let work = 0; work < this.works; work++) {
      let length = 0;
      for (let at = words.workStarts[work] as number; at < (words.workStarts[work + 1] as number); at++)
        length += rarities[words.workKeys[at] as number] as number;
      this.lengths[work] = length;
    }
    this.wordsOf = Array.from({ length: this.groups }, () => []);
    this.has = new Uint8Array(words.keys.length * this.groups);
    for (let word = 0; word < words.keys.length; word++) {
      const found = partition.see(words, word);
      if (found < 2 || found > MOST_GROUPS) continue;
      for (let at = 0; at < found; at++) this.cover(word, partition.seen[at] as number);
    }
  }

  joinGroups(kept: number, gone: number): void {
    for (const word of this.wordsOf[gone] as number[])
      if (this.has[word * this.groups + kept] === 0) this.cover(word, kept);
    this.wordsOf[gone] = [];
  }

  sum(into: Float64Array, { first, next, memberWorks }: Partition, group: number, others: readonly number[]): void {
    const { covered } = this;
    const row = group * this.works;
    for (const other of others) {
      let sum = 0;
      for (let member = first[other] as number; member !== -1; member = next[member] as number)
        sum += covered[row + (memberWorks[member] as number)] as number;
      into[other] = sum;
    }
  }

  private cover(word: number, group: number): void {
    const { covered, lengths } = this;
    const { starts, holders } = this.words;
    const row = group * this.works;
    const rarity = this.rarities[word] as number;
    this.has[word * this.groups + group] = 1;
    (this.wordsOf[group] as number[]).push(word);
    for (let at = starts[word] as number; at < (starts[word + 1] as number); at++) {
      const work = holders[at] as number;
      covered[row + work] = (covered[row + work] as number) + rarity / (lengths[work] as number);
    }
  }
}

import { InvertedIndex } from './inverted-index.js';
import { type NameKey, spellings } from './names.js';
import { PAIR, type PairTable } from './pair-table.js';
import type { Partition } from './partition.js';
import type { ComparedRecord } from './record.js';

/** A word of so many groups says too little to be worth all their pairs. */
export const MOST_GROUPS = 400;

/**
 * Adds the squared rarities of what groups share to a figure of their pairs.
 * @returns the same of each group with itself
 */
export function addProducts(
  index: InvertedIndex,
  rarities: Float64Array,
  partition: Partition,
  { table, figure, most }: { readonly table: PairTable; readonly figure: number; readonly most: number },
): Float32Array {
  const { seen, counts, groups } = partition;
  const own = new Float32Array(groups);
  for (let key = 0; key < index.keys.length; key++) {
    const found = partition.see(index, key);
    if (found > most) continue;
    const square = (rarities[key] as number) * (rarities[key] as number);
    for (let at = 0; at < found; at++) {
      const group = seen[at] as number;
      const count = counts[group] as number;
      own[group] = (own[group] as number) + square * (count * count);
      for (let before = 0; before < at; before++) {
        const other = seen[before] as number;
        table.add(group, other, figure, square * (count * (counts[other] as number)));
      }
    }
  }
  return own;
}

/** Sets the rarity of the rarest venue of both. */
export function addVenues({ works, venueRarity }: ComparedRecord, partition: Partition, table: PairTable): void {
  const index = new InvertedIndex(works, ({ venue }) => (venue === null ? [] : [venue]));
  index.keys.forEach((venue, key) => {
    const rarity = venueRarity(venue);
    const found = partition.see(index, key);
    for (let at = 0; at < found; at++)
      for (let before = 0; before < at; before++)
        table.raise(partition.seen[at] as number, partition.seen[before] as number, PAIR.venue, rarity);
  });
}

/** Counts the coauthors of both who may be one in two spellings. */
export function addSpellings({ works }: ComparedRecord, partition: Partition, table: PairTable): void {
  const names = new Map<string, NameKey>();
  for (const { coauthors } of works) for (const { name } of coauthors) names.set(name.full, name);
  const index = new InvertedIndex(works, ({ coauthors }) => coauthors.map(({ name }) => name.full));
  // Each pair of spellings comes both ways round, and is counted once.
  for (const [name, others] of spellings(names.values()))
    for (const other of others) if (name < other) addPairs(index, name, other, partition, table, PAIR.spellings);
}

/** Counts the pairs of coauthors, one of each group, who wrote together elsewhere. */
export function addAcquainted({ works, options }: ComparedRecord, partition: Partition, table: PairTable): void {
  if (!options.wroteTogether?.length) return;
  const index = new InvertedIndex(works, ({ coauthors }) => coauthors.map(({ id, printed }) => id ?? printed));
  const pairs = new Map<string, readonly [string, string]>();
  for (const [one, other] of options.wroteTogether)
    if (one !== other) pairs.set(one < other ? `${one}\n${other}` : `${other}\n${one}`, [one, other]);
  for (const [one, other] of pairs.values()) addPairs(index, one, other, partition, table, PAIR.acquainted);
}

/** Counts two keys for every two groups of which one holds the one and the other the other. */
function addPairs(
  index: InvertedIndex,
  one: string,
  other: string,
  partition: Partition,
  table: PairTable,
  figure: number,
): void {
  const [first, second] = [index.numberOf(one), index.numberOf(other)];
  if (first === undefined || second === undefined) return;
  const left = partition.groupsOf(index, first);
  const right = partition.groupsOf(index, second);
  for (const group of left) for (const facing of right) if (facing !== group) table.add(group, facing, figure, 1);
}

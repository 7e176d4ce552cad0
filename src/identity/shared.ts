import { groupsOf, type Holders, holdersOf } from './holders.js';
import { type NameKey, spellings } from './names.js';
import type { ComparedRecord, ComparedWork } from './record.js';

/** A word of so many groups says too little to be worth all their pairs. */
export const MOST_GROUPS = 400;

/** A square table of one figure for each pair of groups, by rows. */
export type Table = Float32Array;

/** What groups share, a figure a pair; how those of joined groups follow from their parts is said in `Affinity`. */
export interface Shared {
  /** Sum of the squared rarities of shared title words over all pairs of works; on the diagonal a group with itself. */
  readonly words: Table;
  /** The same of organisations; null where no work names one. */
  readonly organisations: Table | null;
  /** Rarity of the rarest venue of both, 0 to 1. */
  readonly venues: Table;
  /** Coauthors who may be the same in another spelling. */
  readonly spellings: Table;
  /** Pairs of coauthors, one of each, who wrote together elsewhere; null where nothing is known of that. */
  readonly acquainted: Table | null;
}

/** Counts what the starting groups share, from an index of the works that have each thing. */
export function shared(record: ComparedRecord, groupOf: Int32Array, groups: number): Shared {
  const { works } = record;
  const table = (): Table => new Float32Array(groups * groups);
  const organisations = works.some((work) => work.organisations.size > 0) ? table() : null;
  const result = {
    ...{ words: table(), organisations, venues: table(), spellings: table() },
    acquainted: record.options.wroteTogether?.length ? table() : null,
  };
  addProducts(works, (work) => work.words, groupOf, groups, result.words, MOST_GROUPS);
  if (organisations) addProducts(works, (work) => work.organisations, groupOf, groups, organisations, groups);
  fillVenues(record, groupOf, groups, result.venues);
  fillSpellings(works, groupOf, groups, result.spellings);
  if (result.acquainted) fillAcquainted(record, groupOf, groups, result.acquainted);
  return result;
}

function addProducts(
  works: readonly ComparedWork[],
  weightsOf: (work: ComparedWork) => ReadonlyMap<string, number>,
  groupOf: Int32Array,
  groups: number,
  table: Table,
  most: number,
): void {
  for (const [key, holders] of holdersOf(works, (work) => weightsOf(work).keys())) {
    const weight = weightsOf(works[holders[0] as number] as ComparedWork).get(key) as number;
    const counts = groupsOf(holders, groupOf);
    if (counts.size > most) continue;
    for (const [one, ofOne] of counts)
      for (const [other, ofOther] of counts) add(table, one * groups + other, weight * weight * (ofOne * ofOther));
  }
}

function fillVenues({ works, venueRarity }: ComparedRecord, groupOf: Int32Array, groups: number, table: Table): void {
  for (const [venue, holders] of holdersOf(works, ({ venue }) => (venue === null ? [] : [venue]))) {
    const rarity = venueRarity(venue);
    const sharing = groupsOf(holders, groupOf);
    for (const one of sharing.keys())
      for (const other of sharing.keys())
        if (rarity > (table[one * groups + other] as number)) table[one * groups + other] = rarity;
  }
}

function fillSpellings(works: readonly ComparedWork[], groupOf: Int32Array, groups: number, table: Table): void {
  const names = new Map<string, NameKey>();
  for (const { coauthors } of works) for (const { name } of coauthors) names.set(name.full, name);
  const holders = holdersOf(works, ({ coauthors }) => coauthors.map(({ name }) => name.full));
  // Each pair of spellings comes both ways round, so the table is filled on both sides.
  for (const [name, others] of spellings(names.values()))
    for (const other of others) eachPair(holders, name, other, groupOf, (cell) => add(table, cell, 1), groups);
}

function fillAcquainted({ works, options }: ComparedRecord, groupOf: Int32Array, groups: number, table: Table): void {
  const keysOf = ({ coauthors }: ComparedWork): string[] => coauthors.map(({ id, printed }) => id ?? printed);
  const holders = holdersOf(works, keysOf);
  const pairs = new Map<string, readonly [string, string]>();
  for (const [one, other] of options.wroteTogether ?? [])
    if (one !== other) pairs.set(one < other ? `${one}\n${other}` : `${other}\n${one}`, [one, other]);
  for (const [one, other] of pairs.values()) {
    eachPair(holders, one, other, groupOf, (cell) => add(table, cell, 1), groups);
    eachPair(holders, other, one, groupOf, (cell) => add(table, cell, 1), groups);
  }
}

function eachPair(
  holders: Holders,
  one: string,
  other: string,
  groupOf: Int32Array,
  see: (cell: number) => void,
  groups: number,
): void {
  const right = groupsOf(holders.get(other) ?? [], groupOf);
  for (const group of groupsOf(holders.get(one) ?? [], groupOf).keys())
    for (const second of right.keys()) if (second !== group) see(group * groups + second);
}

function add(table: Table, cell: number, amount: number): void {
  table[cell] = (table[cell] as number) + amount;
}

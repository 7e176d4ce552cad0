import type { BestMatches } from './best-matches.js';
import { referenceMatches, topicMatches } from './matters.js';
import type { ComparedRecord, ComparedWork } from './record.js';
import { type Shared, shared, type Table } from './shared.js';
import { closeCoauthors } from './starting-groups.js';
import { TitleCoverage } from './title-coverage.js';
import { MEASURES, WEIGHTS } from './weights.js';

const COUNT = MEASURES.length;
/** Above so many works a group's size says no more; titles that overlap by a quarter count in full for it. */
const LARGE = Math.log(10);
const FULL_OVERLAP = 4;
const UNDATED = Number.POSITIVE_INFINITY;
const DEFAULT_WEIGHTS = Float64Array.from(MEASURES, (measure) => WEIGHTS[measure]);

/**
 * Groups of a record's works, how well each two go together, and joining them. Every figure of a joined group follows
 * from those of its parts (sums, greatest, least), so that joining reads one row of each table and no work again.
 */
export class Affinity {
  /** Groups at the start; a joined group keeps the lower number. */
  readonly count: number;
  /** Works of each group by their place in the record, ascending; empty where the group went into another. */
  readonly members: number[][];
  /** Numbers of the groups that are left, ascending. */
  readonly alive: number[];
  private readonly tables: Shared;
  private readonly titles: TitleCoverage;
  private readonly topics: BestMatches | null;
  private readonly references: BestMatches | null;
  private readonly firstYear: Float64Array;
  private readonly lastYear: Float64Array;
  private readonly coauthors: Float64Array;
  private readonly withOrganisation: Float64Array;
  private readonly sizes: Float64Array;
  private readonly wordLengths: Float64Array;
  private readonly organisationLengths: Float64Array;
  private readonly logSize: Float64Array;
  private readonly logCoauthors: Float64Array;
  private readonly measures = new Float64Array(COUNT);

  constructor(
    record: ComparedRecord,
    start: readonly (readonly number[])[],
    private readonly weights: Float64Array = DEFAULT_WEIGHTS,
  ) {
    const { works } = record;
    this.count = start.length;
    this.members = start.map((group) => [...group]);
    this.alive = start.map((_, group) => group);
    this.sizes = Float64Array.from(start, (group) => group.length);
    const groupOf = new Int32Array(works.length);
    start.forEach((group, number) => {
      for (const index of group) groupOf[index] = number;
    });
    this.tables = shared(record, groupOf, this.count);
    this.wordLengths = lengthsOf(this.tables.words, this.count);
    this.organisationLengths = lengthsOf(this.tables.organisations ?? this.tables.words, this.count);
    this.titles = new TitleCoverage(works, groupOf, this.count);
    this.topics = topicMatches(works, groupOf, this.count);
    this.references = referenceMatches(works, groupOf, this.count);
    for (const matches of this.matched()) matches.sumAll(this.members);
    const of = (group: readonly number[]): ComparedWork[] => group.map((index) => works[index] as ComparedWork);
    const years = (group: readonly number[]): number[] => of(group).flatMap(({ work }) => work.year ?? []);
    this.firstYear = Float64Array.from(start, (group) => Math.min(...years(group)));
    this.lastYear = Float64Array.from(start, (group) => Math.max(...years(group)));
    this.coauthors = Float64Array.from(start, (group) => new Set(of(group).flatMap(closeCoauthors)).size);
    this.withOrganisation = Float64Array.from(
      start,
      (group) => of(group).filter(({ organisations }) => organisations.size > 0).length,
    );
    this.logSize = Float64Array.from(start, (group) => Math.log(group.length));
    this.logCoauthors = this.coauthors.map(Math.log1p);
    this.measures[0] = 1;
    this.measures[12] = this.count / works.length;
    this.measures[13] = record.surnameShare;
  }

  sizeOf(group: number): number {
    return this.sizes[group] as number;
  }

  /** How much speaks for both groups being one person's (above 0) or against it: the sum of {@link points}. */
  score(one: number, other: number): number {
    const measures = this.measure(one, other);
    let sum = 0;
    const { weights } = this;
    for (let index = 0; index < COUNT; index++) sum += (measures[index] as number) * (weights[index] as number);
    return sum;
  }

  /** The score piece by piece, in the order of MEASURES. */
  points(one: number, other: number): Float64Array {
    return this.measure(one, other).map((figure, index) => figure * (this.weights[index] as number));
  }

  /** The figures that the weights apply to, in the order of MEASURES. The array is used again by the next call. */
  measure(one: number, other: number): Float64Array {
    const { tables, measures, count } = this;
    const cell = one * count + other;
    const mine = this.sizeOf(one);
    const theirs = this.sizeOf(other);
    const oneIsSmall = mine < theirs || (mine === theirs && one < other);
    const small = oneIsSmall ? one : other;
    const large = oneIsSmall ? other : one;
    const size = Math.min(mine, theirs);
    measures[1] = cosine(tables.words[cell] as number, this.wordLengths, one, other);
    measures[2] = this.titles.matches.average(small, size, large);
    measures[3] = tables.venues[cell] as number;
    const bothSay = (this.withOrganisation[one] as number) > 0 && (this.withOrganisation[other] as number) > 0;
    const organisations =
      tables.organisations && bothSay
        ? cosine(tables.organisations[cell] as number, this.organisationLengths, one, other)
        : 0;
    measures[4] = organisations;
    measures[5] = bothSay ? Math.max(0, 1 - 3 * organisations) : 0;
    const before = (this.firstYear[other] as number) - (this.lastYear[one] as number);
    const after = (this.firstYear[one] as number) - (this.lastYear[other] as number);
    const apart = Math.max(before, after);
    const dated = apart < UNDATED;
    measures[6] = dated && apart > 0 ? Math.log1p(apart) : 0;
    measures[7] = dated && apart <= 0 ? 1 : 0;
    const overlap = Math.min(1, FULL_OVERLAP * (measures[2] as number));
    measures[8] = overlap * Math.min(this.logSize[one] as number, this.logSize[other] as number, LARGE);
    measures[9] = tables.acquainted ? Math.log1p(tables.acquainted[cell] as number) : 0;
    measures[10] = Math.min(3, tables.spellings[cell] as number);
    measures[11] = Math.min(this.logCoauthors[one] as number, this.logCoauthors[other] as number);
    measures[14] = this.topics?.average(small, size, large) ?? 0;
    measures[15] = this.references?.average(small, size, large) ?? 0;
    return measures;
  }

  /** Joins two groups under the number of `kept`. */
  join(kept: number, gone: number): void {
    const { tables, count, alive } = this;
    alive.splice(alive.indexOf(gone), 1);
    for (const table of [tables.words, tables.organisations, tables.acquainted, tables.spellings])
      if (table) addRow(table, count, kept, gone, alive);
    const own = kept * (count + 1);
    this.wordLengths[kept] = Math.sqrt(tables.words[own] as number);
    if (tables.organisations) this.organisationLengths[kept] = Math.sqrt(tables.organisations[own] as number);
    const [to, from] = [kept * count, gone * count];
    for (const other of alive) {
      const best = Math.max(tables.venues[to + other] as number, tables.venues[from + other] as number);
      tables.venues[to + other] = best;
      tables.venues[other * count + kept] = best;
    }
    this.titles.joinGroups(kept, gone);
    this.topics?.joinGroups(kept, gone);
    this.references?.joinGroups(kept, gone);
    const members = [...(this.members[kept] as number[]), ...(this.members[gone] as number[])];
    this.members[kept] = members.sort((left, right) => left - right);
    this.members[gone] = [];
    this.sizes[kept] = members.length;
    for (const matches of this.matched()) {
      matches.joinMembers(kept, gone);
      matches.sumGroup(this.members, kept);
    }
    this.firstYear[kept] = Math.min(this.firstYear[kept] as number, this.firstYear[gone] as number);
    this.lastYear[kept] = Math.max(this.lastYear[kept] as number, this.lastYear[gone] as number);
    this.coauthors[kept] = (this.coauthors[kept] as number) + (this.coauthors[gone] as number);
    this.withOrganisation[kept] = (this.withOrganisation[kept] as number) + (this.withOrganisation[gone] as number);
    this.logSize[kept] = Math.log(members.length);
    this.logCoauthors[kept] = Math.log1p(this.coauthors[kept] as number);
  }

  private matched(): BestMatches[] {
    return [this.titles.matches, this.topics, this.references].filter((matches) => matches !== null);
  }
}

function cosine(product: number, lengths: Float64Array, one: number, other: number): number {
  return product === 0 ? 0 : product / ((lengths[one] as number) * (lengths[other] as number));
}

function lengthsOf(table: Table, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, group) => Math.sqrt(table[group * (count + 1)] as number));
}

/** Row and column `gone` added to those of `kept`. */
function addRow(table: Table, count: number, kept: number, gone: number, alive: readonly number[]): void {
  for (const other of alive) {
    if (other === kept) continue;
    const sum = (table[kept * count + other] as number) + (table[gone * count + other] as number);
    table[kept * count + other] = sum;
    table[other * count + kept] = sum;
  }
  const own = kept * (count + 1);
  table[own] =
    (table[own] as number) + (table[gone * (count + 1)] as number) + 2 * (table[kept * count + gone] as number);
}

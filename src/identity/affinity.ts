import { GroupFigures } from './group-figures.js';
import { InvertedIndex } from './inverted-index.js';
import { referenceFits, topicFits } from './matters.js';
import { OwnProducts } from './own-products.js';
import { PAIR, PairTable, SUMMED } from './pair-table.js';
import { Partition } from './partition.js';
import type { ComparedRecord } from './record.js';
import { addAcquainted, addProducts, addSpellings, addVenues, MOST_GROUPS } from './shared.js';
import { TitleCoverage } from './title-coverage.js';
import { MEASURES, WEIGHTS } from './weights.js';
import type { WorkFits } from './work-fits.js';

const COUNT = MEASURES.length;
/** Above so many works a group's size says no more; titles that overlap by a quarter count in full for it. */
const LARGE = Math.log(10);
const FULL_OVERLAP = 4;
const DEFAULT_WEIGHTS = Float64Array.from(MEASURES, (measure) => WEIGHTS[measure]);
/** Logarithms of years apart: a table is much faster. */
const LOG1P = Float64Array.from({ length: 256 }, (_, years) => Math.log1p(years));
const log1p = (count: number): number => LOG1P[count] ?? Math.log1p(count);

/** What is summed over works for every two groups, with the place of its figures and the sums of the others for one. */
interface Summed {
  readonly fits: WorkFits;
  readonly figure: number;
  readonly sums: Float64Array;
}

/**
 * Groups of a record's works, how well each two go together, and joining them. Every figure of a joined group follows
 * from those of its parts (sums, greatest, least), so that joining reads the pairs of both and no work again.
 */
export class Affinity {
  /** Groups at the start; a joined group keeps the lower number. */
  readonly count: number;
  /** Numbers of the groups that are left, ascending. */
  readonly alive: number[];
  private readonly partition: Partition;
  private readonly pairs: PairTable;
  private readonly groups: GroupFigures;
  private readonly words: OwnProducts;
  private readonly organisations: OwnProducts;
  private readonly fits: readonly Summed[];
  private readonly measures = new Float64Array(COUNT);

  constructor(
    record: ComparedRecord,
    start: readonly (readonly number[])[],
    private readonly weights: Float64Array = DEFAULT_WEIGHTS,
  ) {
    const { works } = record;
    this.count = start.length;
    this.alive = start.map((_, group) => group);
    this.groups = new GroupFigures(works, start);
    const table = new PairTable(this.count);
    this.pairs = table;
    const partition = new Partition(start, works.length);
    this.partition = partition;
    const words = new InvertedIndex(works, (work) => work.words);
    const rarities = Float64Array.from(words.keys, record.wordRarity);
    this.words = new OwnProducts(
      addProducts(words, rarities, partition, { table, figure: PAIR.words, most: MOST_GROUPS }),
    );
    const organisations = new InvertedIndex(works, (work) => work.organisations);
    this.organisations = new OwnProducts(
      addProducts(organisations, Float64Array.from(organisations.keys, record.organisationRarity), partition, {
        ...{ table, figure: PAIR.organisations, most: this.count },
      }),
    );
    addVenues(record, partition, table);
    addSpellings(record, partition, table);
    addAcquainted(record, partition, table);
    this.fits = [
      { fits: new TitleCoverage(words, rarities, partition), figure: PAIR.titles },
      { fits: topicFits(works, partition), figure: PAIR.topics },
      { fits: referenceFits(works, partition), figure: PAIR.references },
    ].flatMap(({ fits, figure }) => (fits === null ? [] : [{ fits, figure, sums: new Float64Array(this.count) }]));
    const all = new Float32Array(this.count * this.count);
    for (const summed of this.fits) this.fillFits(summed, all);
    this.measures[0] = 1;
    this.measures[12] = this.count / works.length;
    this.measures[13] = record.surnameShare;
  }

  sizeOf(group: number): number {
    return this.groups.sizes[group] as number;
  }

  /** Works of a group by their place in the record, ascending. */
  membersOf(group: number): number[] {
    return this.partition.membersOf(group);
  }

  /** How much speaks for both groups being one person's (above 0) or against it: the sum of {@link points}. */
  score(one: number, other: number): number {
    const scores = new Float64Array(1);
    this.scores(one, [other], scores);
    return scores[0] as number;
  }

  /** The score piece by piece, in the order of MEASURES. */
  points(one: number, other: number): Float64Array {
    return this.measure(one, other).map((figure, index) => figure * (this.weights[index] as number));
  }

  /** The figures that the weights apply to, in the order of MEASURES. The array is used again by the next call. */
  measure(one: number, other: number): Float64Array {
    this.scores(one, [other], new Float64Array(1));
    return this.measures;
  }

  /** The scores of one group with others, in their order. One long loop: it is most of the time that a large record takes. */
  scores(one: number, others: readonly number[], into: Float64Array): void {
    const { measures, weights } = this;
    const { sizes, firstYear, lastYear, withOrganisation, logSize, logCoauthors } = this.groups;
    const { figures } = this.pairs;
    const wordRoots = this.words.roots;
    const organisationRoots = this.organisations.roots;
    for (let at = 0; at < others.length; at++) {
      const other = others[at] as number;
      const cell = this.pairs.at(one, other);
      const mine = sizes[one] as number;
      const theirs = sizes[other] as number;
      const oneIsSmall = mine < theirs || (mine === theirs && one < other);
      const size = oneIsSmall ? mine : theirs;
      // How well the works of the smaller group fit the larger.
      const fits = cell + (oneIsSmall === one < other ? 0 : 1);
      // Cosines are written out: a number that a function gives back may be made an object.
      const words = figures[cell + PAIR.words] as number;
      measures[1] = words === 0 ? 0 : words / ((wordRoots[one] as number) * (wordRoots[other] as number));
      const titles = (figures[fits + PAIR.titles] as number) / size;
      measures[2] = titles;
      measures[3] = figures[cell + PAIR.venue] as number;
      measures[4] = 0;
      measures[5] = 0;
      if ((withOrganisation[one] as number) > 0 && (withOrganisation[other] as number) > 0) {
        const shared = figures[cell + PAIR.organisations] as number;
        const cosine =
          shared === 0 ? 0 : shared / ((organisationRoots[one] as number) * (organisationRoots[other] as number));
        measures[4] = cosine;
        measures[5] = Math.max(0, 1 - 3 * cosine);
      }
      const before = (firstYear[other] as number) - (lastYear[one] as number);
      const after = (firstYear[one] as number) - (lastYear[other] as number);
      const apart = Math.max(before, after);
      measures[6] = apart > 0 && apart < Number.POSITIVE_INFINITY ? log1p(apart) : 0;
      measures[7] = apart <= 0 ? 1 : 0;
      const sizesCount = Math.min(logSize[one] as number, logSize[other] as number, LARGE);
      measures[8] = Math.min(1, FULL_OVERLAP * titles) * sizesCount;
      const acquainted = figures[cell + PAIR.acquainted] as number;
      measures[9] = acquainted === 0 ? 0 : log1p(acquainted);
      measures[10] = Math.min(3, figures[cell + PAIR.spellings] as number);
      measures[11] = Math.min(logCoauthors[one] as number, logCoauthors[other] as number);
      measures[14] = (figures[fits + PAIR.topics] as number) / size;
      measures[15] = (figures[fits + PAIR.references] as number) / size;
      let sum = 0;
      for (let index = 0; index < COUNT; index++) sum += (measures[index] as number) * (weights[index] as number);
      into[at] = sum;
    }
  }

  /** Joins two groups under the number of `kept`. */
  join(kept: number, gone: number): void {
    const { alive } = this;
    alive.splice(alive.indexOf(gone), 1);
    const { figures } = this.pairs;
    const between = this.pairs.at(kept, gone);
    this.words.join(kept, gone, figures[between + PAIR.words] as number);
    this.organisations.join(kept, gone, figures[between + PAIR.organisations] as number);
    this.groups.join(kept, gone);
    this.partition.join(kept, gone);
    const others = alive.filter((group) => group !== kept);
    for (const other of others) this.joinPair(kept, gone, other);
    for (const summed of this.fits) {
      summed.fits.joinGroups(kept, gone);
      this.setFits(summed, kept, others);
    }
  }

  /** What the joined group and another share, from what the parts share with it. */
  private joinPair(kept: number, gone: number, other: number): void {
    const { figures } = this.pairs;
    const to = this.pairs.at(kept, other);
    const from = this.pairs.at(gone, other);
    for (let figure = 0; figure < SUMMED; figure++)
      figures[to + figure] = (figures[to + figure] as number) + (figures[from + figure] as number);
    const venue = figures[from + PAIR.venue] as number;
    if (venue > (figures[to + PAIR.venue] as number)) figures[to + PAIR.venue] = venue;
    // How well the works of a joined group fit the other is the sum of its parts'; the reverse is summed anew.
    const towards = kept < other ? to : to + 1;
    const before = gone < other ? from : from + 1;
    for (let figure = PAIR.titles; figure <= PAIR.references; figure += 2)
      figures[towards + figure] = (figures[towards + figure] as number) + (figures[before + figure] as number);
  }

  /** Sums and keeps how well the works of the other groups fit one group. */
  private setFits({ fits, sums, figure }: Summed, group: number, others: readonly number[]): void {
    const { figures } = this.pairs;
    fits.sum(sums, this.partition, group, others);
    for (const other of others)
      figures[this.pairs.at(group, other) + figure + (other < group ? 0 : 1)] = sums[other] as number;
  }

  /** Sums and keeps how well the works of every group fit every other: by rows of the pairs, as they lie in memory. */
  private fillFits(summed: Summed, all: Float32Array): void {
    const { count } = this;
    const { figures } = this.pairs;
    for (let group = 0; group < count; group++) {
      summed.fits.sum(summed.sums, this.partition, group, this.alive);
      all.set(summed.sums, group * count);
    }
    for (let low = 0; low < count; low++)
      for (let high = low + 1; high < count; high++) {
        const cell = this.pairs.at(low, high) + summed.figure;
        figures[cell] = all[high * count + low] as number;
        figures[cell + 1] = all[low * count + high] as number;
      }
  }
}

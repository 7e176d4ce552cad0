import { GroupFigures } from './group-figures.js';
import { InvertedIndex } from './inverted-index.js';
import { referenceFits, topicFits } from './matters.js';
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
  /** Sums of squared rarities of a group with itself. */
  private readonly ownWords: Float32Array;
  private readonly ownOrganisations: Float32Array;
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
    this.ownWords = addProducts(words, rarities, partition, { table, figure: PAIR.words, most: MOST_GROUPS });
    const organisations = new InvertedIndex(works, (work) => work.organisations);
    this.ownOrganisations = addProducts(
      organisations,
      Float64Array.from(organisations.keys, record.organisationRarity),
      partition,
      { table, figure: PAIR.organisations, most: this.count },
    );
    addVenues(record, partition, table);
    addSpellings(record, partition, table);
    addAcquainted(record, partition, table);
    this.fits = [
      { fits: new TitleCoverage(words, rarities, partition), figure: PAIR.titles },
      { fits: topicFits(works, partition), figure: PAIR.topics },
      { fits: referenceFits(works, partition), figure: PAIR.references },
    ].flatMap(({ fits, figure }) => (fits === null ? [] : [{ fits, figure, sums: new Float64Array(this.count) }]));
    for (const group of this.alive) {
      this.sumFits(group);
      for (const other of this.alive) if (other !== group) this.setFits(group, other);
    }
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

  /** The scores of one group with others, in their order. */
  scores(one: number, others: readonly number[], into: Float64Array): void {
    const { weights } = this;
    for (let at = 0; at < others.length; at++) {
      const measures = this.measure(one, others[at] as number);
      let sum = 0;
      for (let index = 0; index < COUNT; index++) sum += (measures[index] as number) * (weights[index] as number);
      into[at] = sum;
    }
  }

  /** The score piece by piece, in the order of MEASURES. */
  points(one: number, other: number): Float64Array {
    return this.measure(one, other).map((figure, index) => figure * (this.weights[index] as number));
  }

  /** The figures that the weights apply to, in the order of MEASURES. The array is used again by the next call. */
  measure(one: number, other: number): Float64Array {
    const { measures, ownWords, ownOrganisations } = this;
    const { sizes, firstYear, lastYear, withOrganisation, logSize, logCoauthors } = this.groups;
    const { figures } = this.pairs;
    const cell = this.pairs.at(one, other);
    const mine = sizes[one] as number;
    const theirs = sizes[other] as number;
    const oneIsSmall = mine < theirs || (mine === theirs && one < other);
    const size = oneIsSmall ? mine : theirs;
    // How well the works of the smaller group fit the larger.
    const fits = cell + (oneIsSmall === one < other ? 0 : 1);
    measures[1] = cosine(figures[cell + PAIR.words] as number, ownWords, one, other);
    const titles = (figures[fits + PAIR.titles] as number) / size;
    measures[2] = titles;
    measures[3] = figures[cell + PAIR.venue] as number;
    const bothSay = (withOrganisation[one] as number) > 0 && (withOrganisation[other] as number) > 0;
    const organisations = bothSay
      ? cosine(figures[cell + PAIR.organisations] as number, ownOrganisations, one, other)
      : 0;
    measures[4] = organisations;
    measures[5] = bothSay ? Math.max(0, 1 - 3 * organisations) : 0;
    const before = (firstYear[other] as number) - (lastYear[one] as number);
    const after = (firstYear[one] as number) - (lastYear[other] as number);
    const apart = Math.max(before, after);
    measures[6] = apart > 0 && apart < Number.POSITIVE_INFINITY ? log1p(apart) : 0;
    measures[7] = apart <= 0 ? 1 : 0;
    const sizesCount = Math.min(logSize[one] as number, logSize[other] as number, LARGE);
    measures[8] = Math.min(1, FULL_OVERLAP * titles) * sizesCount;
    measures[9] = log1p(figures[cell + PAIR.acquainted] as number);
    measures[10] = Math.min(3, figures[cell + PAIR.spellings] as number);
    measures[11] = Math.min(logCoauthors[one] as number, logCoauthors[other] as number);
    measures[14] = (figures[fits + PAIR.topics] as number) / size;
    measures[15] = (figures[fits + PAIR.references] as number) / size;
    return measures;
  }

  /** Joins two groups under the number of `kept`. */
  join(kept: number, gone: number): void {
    const { alive } = this;
    alive.splice(alive.indexOf(gone), 1);
    const { figures } = this.pairs;
    const between = this.pairs.at(kept, gone);
    joinOwn(this.ownWords, kept, gone, figures[between + PAIR.words] as number);
    joinOwn(this.ownOrganisations, kept, gone, figures[between + PAIR.organisations] as number);
    this.groups.join(kept, gone);
    this.partition.join(kept, gone);
    for (const { fits } of this.fits) fits.joinGroups(kept, gone);
    this.sumFits(kept);
    for (const other of alive)
      if (other !== kept) {
        this.joinPair(kept, gone, other);
        this.setFits(kept, other);
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

  /** Sums how well the works of every other group fit one group. */
  private sumFits(group: number): void {
    for (const { fits, sums } of this.fits) {
      sums.fill(0);
      fits.addTo(sums, this.partition, group);
    }
  }

  /** Keeps what was summed for one of the other groups. */
  private setFits(group: number, other: number): void {
    const cell = this.pairs.at(group, other) + (other < group ? 0 : 1);
    for (const { sums, figure } of this.fits) this.pairs.figures[cell + figure] = sums[other] as number;
  }
}

function cosine(product: number, own: Float32Array, one: number, other: number): number {
  return product === 0 ? 0 : product / (Math.sqrt(own[one] as number) * Math.sqrt(own[other] as number));
}

/** A joined group with itself: each part with itself, and both with each other. */
function joinOwn(own: Float32Array, kept: number, gone: number, between: number): void {
  own[kept] = (own[kept] as number) + (own[gone] as number) + 2 * between;
}

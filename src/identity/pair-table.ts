/**
 * What two groups share, figure by figure; how those of joined groups follow from their parts is said in `Affinity`. The
 * last three are of one group's works towards the other, and then the other way round.
 */
export const PAIR = {
  /** Sum of the squared rarities of shared title words over all pairs of works. */
  words: 0,
  /** The same of organisations. */
  organisations: 1,
  /** Coauthors who may be the same in another spelling. */
  spellings: 2,
  /** Pairs of coauthors, one of each, who wrote together elsewhere. */
  acquainted: 3,
  /** Rarity of the rarest venue of both, 0 to 1. */
  venue: 4,
  /** Sums over the works of the lower group of how well each fits the higher; one further on, the reverse. */
  titles: 5,
  topics: 7,
  references: 9,
} as const;

/** Figures that a joined group has as the sum of its parts': the first ones. */
export const SUMMED = 4;
/** Places of a pair: all of its figures in one piece of memory, which is most of the speed. */
const STRIDE = 12;

/** How many pairs so many groups make. */
export const pairsOf = (groups: number): number => (groups * (groups - 1)) >> 1;

/**
 * The place of two different groups among all pairs of so many: a triangle by rows, a row for each lower group. A joined
 * group keeps the lower number, so that what is read and written for it lies side by side.
 */
export function pairAt(groups: number, one: number, other: number): number {
  // The shift keeps it a whole number for the machine too, where a division would make it an object.
  return one < other
    ? ((one * (2 * groups - one - 3)) >> 1) + other - 1
    : ((other * (2 * groups - other - 3)) >> 1) + one - 1;
}

/** Figures for every two groups. */
export class PairTable {
  readonly figures: Float32Array;

  constructor(private readonly groups: number) {
    this.figures = new Float32Array(pairsOf(groups) * STRIDE);
  }

  /** Where the figures of two different groups begin. */
  at(one: number, other: number): number {
    return pairAt(this.groups, one, other) * STRIDE;
  }

  add(one: number, other: number, figure: number, amount: number): void {
    const cell = this.at(one, other) + figure;
    this.figures[cell] = (this.figures[cell] as number) + amount;
  }

  raise(one: number, other: number, figure: number, amount: number): void {
    const cell = this.at(one, other) + figure;
    if (amount > (this.figures[cell] as number)) this.figures[cell] = amount;
  }
}

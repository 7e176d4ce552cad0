import type { Partition } from './partition.js';

/** How well each work of a record fits each group, kept by rows: a row a group. */
export interface WorkFits {
  /** A work fits a joined group as well as its parts let it. */
  joinGroups(kept: number, gone: number): void;
  /** Sums how well the works of each of the other groups fit one group. */
  sum(into: Float64Array, partition: Partition, group: number, others: readonly number[]): void;
}

/** Works fit a group at one of a few levels, the best that any work of the group gives them; level 0 is unknown. */
export class LevelledFits implements WorkFits {
  /** Levels by rows, a row a group. */
  readonly levels: Uint8Array;
  private readonly figures: Float64Array;

  /** @param figures what each level above 0 counts, ascending */
  constructor(
    private readonly works: number,
    groups: number,
    figures: readonly number[],
  ) {
    this.levels = new Uint8Array(works * groups);
    this.figures = Float64Array.from([0, ...figures]);
  }

  /** The row of a group, to be filled. */
  row(group: number): Uint8Array {
    return this.levels.subarray(group * this.works, (group + 1) * this.works);
  }

  raise(work: number, group: number, level: number): void {
    const cell = group * this.works + work;
    if (level > (this.levels[cell] as number)) this.levels[cell] = level;
  }

  joinGroups(kept: number, gone: number): void {
    const { levels, works } = this;
    const to = kept * works;
    const from = gone * works;
    for (let work = 0; work < works; work++) {
      const level = levels[from + work] as number;
      if (level > (levels[to + work] as number)) levels[to + work] = level;
    }
  }

  sum(into: Float64Array, { first, next, memberWorks }: Partition, group: number, others: readonly number[]): void {
    const { levels, figures } = this;
    const row = group * this.works;
    for (const other of others) {
      let sum = 0;
      for (let member = first[other] as number; member !== -1; member = next[member] as number)
        sum += figures[levels[row + (memberWorks[member] as number)] as number] as number;
      into[other] = sum;
    }
  }
}

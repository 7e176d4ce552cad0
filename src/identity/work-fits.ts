import type { Partition } from './partition.js';

/** How well each work of a record fits each group, kept by rows: a row a group. */
export interface WorkFits {
  /** A work fits a joined group as well as its parts let it. */
  joinGroups(kept: number, gone: number): void;
  /** Adds to the sum of every group how well its works fit one group. */
  addTo(sums: Float64Array, partition: Partition, group: number): void;
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

  addTo(sums: Float64Array, { memberWorks, memberGroups }: Partition, group: number): void {
    const { levels, figures } = this;
    const row = group * this.works;
    for (let at = 0; at < memberWorks.length; at++) {
      const level = levels[row + (memberWorks[at] as number)] as number;
      if (level === 0) continue;
      const of = memberGroups[at] as number;
      sums[of] = (sums[of] as number) + (figures[level] as number);
    }
  }
}

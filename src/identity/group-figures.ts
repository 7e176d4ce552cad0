import type { ComparedWork } from './record.js';
import { closeCoauthors } from './starting-groups.js';

/** Figures of each group by itself. */
export class GroupFigures {
  /** Works. */
  readonly sizes: Float64Array;
  readonly logSize: Float64Array;
  /** Infinite where no work has a year: the first above, the last below all others. */
  readonly firstYear: Float64Array;
  readonly lastYear: Float64Array;
  /** Different names on the bylines, as a logarithm. */
  readonly logCoauthors: Float64Array;
  /** Works that name an organisation. */
  readonly withOrganisation: Float64Array;
  private readonly coauthors: Float64Array;

  constructor(works: readonly ComparedWork[], groups: readonly (readonly number[])[]) {
    this.sizes = Float64Array.from(groups, (group) => group.length);
    this.logSize = this.sizes.map(Math.log);
    this.firstYear = new Float64Array(groups.length).fill(Number.POSITIVE_INFINITY);
    this.lastYear = new Float64Array(groups.length).fill(Number.NEGATIVE_INFINITY);
    this.coauthors = new Float64Array(groups.length);
    this.withOrganisation = new Float64Array(groups.length);
    groups.forEach((group, number) => {
      const names = new Set<string>();
      for (const place of group) {
        const compared = works[place] as ComparedWork;
        const { year } = compared.work;
        if (year !== undefined && year !== null) {
          this.firstYear[number] = Math.min(this.firstYear[number] as number, year);
          this.lastYear[number] = Math.max(this.lastYear[number] as number, year);
        }
        if (compared.organisations.length > 0)
          this.withOrganisation[number] = (this.withOrganisation[number] as number) + 1;
        for (const name of closeCoauthors(compared)) names.add(name);
      }
      this.coauthors[number] = names.size;
    });
    this.logCoauthors = this.coauthors.map(Math.log1p);
  }

  /** Joins two groups under the number of `kept`. */
  join(kept: number, gone: number): void {
    for (const sums of [this.sizes, this.coauthors, this.withOrganisation])
      sums[kept] = (sums[kept] as number) + (sums[gone] as number);
    this.firstYear[kept] = Math.min(this.firstYear[kept] as number, this.firstYear[gone] as number);
    this.lastYear[kept] = Math.max(this.lastYear[kept] as number, this.lastYear[gone] as number);
    this.logSize[kept] = Math.log(this.sizes[kept] as number);
    this.logCoauthors[kept] = Math.log1p(this.coauthors[kept] as number);
  }
}

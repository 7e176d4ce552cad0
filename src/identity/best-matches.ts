/** A figure for each work and each group: how well the work fits the group at best. 0 where nothing is known. */
export class BestMatches {
  /** Figures by rows, a row a group. */
  readonly table: Float32Array;
  private readonly sums: Float32Array;

  /** `neutral` is the figure that counts as nothing; figures are kept above 0, so that 0 can mean unknown. */
  constructor(
    private readonly works: number,
    private readonly groups: number,
    private readonly neutral: number,
  ) {
    this.table = new Float32Array(works * groups);
    this.sums = new Float32Array(groups * groups);
  }

  /** Gives a group's row what each work has at least; 0 where nothing is known. */
  begin(group: number, figures: Float32Array): void {
    this.table.set(figures, group * this.works);
  }

  raise(work: number, group: number, figure: number): void {
    const cell = group * this.works + work;
    if (figure > (this.table[cell] as number)) this.table[cell] = figure;
  }

  /** The average over a group's works of how well each fits the other group. */
  average(group: number, size: number, other: number): number {
    return (this.sums[other * this.groups + group] as number) / size;
  }

  /** A work fits a joined group as well as the better of its parts. */
  joinGroups(kept: number, gone: number): void {
    const { table, works } = this;
    const [to, from] = [kept * works, gone * works];
    for (let work = 0; work < works; work++) {
      const figure = table[from + work] as number;
      if (figure > (table[to + work] as number)) table[to + work] = figure;
    }
  }

  /** Sums anew what the works of each group have of one group. */
  sumGroup(members: readonly (readonly number[])[], of: number): void {
    const [row, sums] = [of * this.works, of * this.groups];
    members.forEach((works, group) => {
      let sum = 0;
      for (const work of works) {
        const figure = this.table[row + work] as number;
        if (figure !== 0) sum += figure - this.neutral;
      }
      this.sums[sums + group] = sum;
    });
  }

  sumAll(members: readonly (readonly number[])[]): void {
    for (let group = 0; group < this.groups; group++) this.sumGroup(members, group);
  }

  /** What the works of a joined group have of the others is the sum of its parts'. */
  joinMembers(kept: number, gone: number): void {
    for (let row = 0; row < this.sums.length; row += this.groups)
      this.sums[row + kept] = (this.sums[row + kept] as number) + (this.sums[row + gone] as number);
  }
}

/** A figure for each work and each group: how well the work fits the group at best. 0 where nothing is known. */
export class BestMatches {
  /** Figures by rows, a row a work. */
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

  raise(work: number, group: number, figure: number): void {
    const cell = work * this.groups + group;
    if (figure > (this.table[cell] as number)) this.table[cell] = figure;
  }

  /** The average over a group's works of how well each fits the other group. */
  average(group: number, size: number, other: number): number {
    return (this.sums[group * this.groups + other] as number) / size;
  }

  /** A work fits a joined group as well as the better of its parts. */
  joinColumns(kept: number, gone: number): void {
    for (let work = 0; work < this.works; work++)
      this.raise(work, kept, this.table[work * this.groups + gone] as number);
  }

  /** Sums anew what the given groups' works have of one group. */
  sumColumn(members: readonly (readonly number[])[], of: number): void {
    members.forEach((works, group) => {
      let sum = 0;
      for (const work of works) {
        const figure = this.table[work * this.groups + of] as number;
        if (figure !== 0) sum += figure - this.neutral;
      }
      this.sums[group * this.groups + of] = sum;
    });
  }

  sumAll(members: readonly (readonly number[])[]): void {
    for (let group = 0; group < this.groups; group++) this.sumColumn(members, group);
  }

  joinRows(kept: number, gone: number): void {
    const [to, from] = [kept * this.groups, gone * this.groups];
    for (let other = 0; other < this.groups; other++)
      this.sums[to + other] = (this.sums[to + other] as number) + (this.sums[from + other] as number);
  }
}

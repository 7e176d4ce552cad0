/** Sums of squared rarities of each group with itself, and their square roots: the lengths that a cosine divides by. */
export class OwnProducts {
  readonly roots: Float64Array;

  constructor(private readonly sums: Float32Array) {
    this.roots = Float64Array.from(sums, Math.sqrt);
  }

  /** A joined group with itself: each part with itself, and both with each other. */
  join(kept: number, gone: number, between: number): void {
    this.sums[kept] = (this.sums[kept] as number) + (this.sums[gone] as number) + 2 * between;
    this.roots[kept] = Math.sqrt(this.sums[kept] as number);
  }
}

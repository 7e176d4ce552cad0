/** The graph's version, as it was seen. */
export interface SeenVersion {
  readonly version: string;
  /** When it was asked for, by `performance.now()`: it was this version then or later. */
  readonly asked: number;
}

/** The oldest that a version may be to be relied on, and from when on the next is asked for, in milliseconds. */
const MAX_AGE = 1_000;
const REFRESH_AGE = 500;

/** Knows the version of the graph, asked for at most twice a second and only while somebody wants it. */
export class VersionWatch {
  #last: SeenVersion | null = null;
  #expired = 0;
  #asking: Promise<void> | null = null;

  /** @param read reads the version, when all that earlier reads saw anything of can be read as a whole */
  constructor(private readonly read: () => Promise<string>) {}

  /** The version that was seen last, however long ago; null before the first. Has it asked for where that is old. */
  last(): SeenVersion | null {
    if (this.#age() > REFRESH_AGE) void this.#ask();
    return this.#last;
  }

  /** The version of at most a second ago; null where it cannot be read. */
  async current(): Promise<SeenVersion | null> {
    if (this.#age() > REFRESH_AGE) {
      const asking = this.#ask();
      if (this.#age() > MAX_AGE) await asking;
    }
    return this.#age() > MAX_AGE ? null : this.#last;
  }

  /** What was seen before is not relied on any more: somebody here has changed something. */
  expire(): void {
    this.#expired = performance.now();
  }

  #age(): number {
    const { asked } = this.#last ?? { asked: Number.NEGATIVE_INFINITY };
    return asked <= this.#expired ? Number.POSITIVE_INFINITY : performance.now() - asked;
  }

  /** One question at a time. Where it fails nothing is known, and answers are computed. */
  #ask(): Promise<void> {
    this.#asking ??= this.#readNow().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #readNow(): Promise<void> {
    const asked = performance.now();
    try {
      this.#last = { version: await this.read(), asked };
    } catch {
      // The database says so to whom it concerns.
    }
  }
}

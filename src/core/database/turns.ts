import pLimit from 'p-limit';
import { LateError, UnavailableError } from '../errors.js';
import { inTime } from '../in-time.js';

/** Work that may wait for its turn. */
const MAX_WAITING = 5_000;

/** Lets so many be under way at once, the others wait for their turn. */
export class Turns {
  readonly #limit;

  constructor(atOnce: number) {
    this.#limit = pLimit(atOnce);
  }

  /** Work under way. */
  get active(): number {
    return this.#limit.activeCount;
  }

  /** Work that waits for its turn. */
  get waiting(): number {
    return this.#limit.pendingCount;
  }

  /** Does the work when it is its turn. Throws UNAVAILABLE at once where too many wait, and when `signal` is aborted. */
  take<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    if (this.#limit.pendingCount >= MAX_WAITING) return Promise.reject(new UnavailableError());
    const turn = this.#limit(() => {
      if (signal?.aborted) throw new LateError();
      return work();
    });
    return inTime(turn, { signals: [signal] });
  }
}

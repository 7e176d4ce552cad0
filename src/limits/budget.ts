import { LRUCache } from 'lru-cache';
import { RateLimitedError } from '../core/errors.js';

/** What a caller has left. */
export interface Balance {
  /** Points of a minute. */
  readonly limit: number;
  readonly remaining: number;
  /** When the caller has them all again, in milliseconds since 1970. */
  readonly resetAt: number;
}

/** The minute that a caller is in. */
interface Window {
  spent: number;
  readonly end: number;
}

const WINDOW = 60_000;
/** The most callers that are remembered, some 10 MB; of more, those heard of longest ago begin anew. */
const MAX_CALLERS = 50_000;

/** Points that each caller may spend in a minute, which begins with the caller's first request. */
export class Budget {
  readonly #windows = new LRUCache<string, Window>({ max: MAX_CALLERS });

  constructor(
    readonly limit: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** How many callers are remembered. */
  get callers(): number {
    return this.#windows.size;
  }

  balance(caller: string): Balance {
    const { spent, end } = this.#window(caller);
    return { limit: this.limit, remaining: this.limit - spent, resetAt: end };
  }

  /** Takes points, all or none. Throws RATE_LIMITED where fewer are left. */
  spend(caller: string, points: number): Balance {
    const window = this.#window(caller);
    if (window.spent + points > this.limit) throw new RateLimitedError(Math.ceil((window.end - this.now()) / 1_000));
    window.spent += points;
    this.#windows.set(caller, window);
    return this.balance(caller);
  }

  #window(caller: string): Window {
    const window = this.#windows.get(caller);
    return window && window.end > this.now() ? window : { spent: 0, end: this.now() + WINDOW };
  }
}

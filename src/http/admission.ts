import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { OverloadedError, StoppingError } from '../core/errors.js';

/** How much the server takes on at once. */
export interface AdmissionLimits {
  /** Requests in work. */
  readonly inWork: number;
  /** Requests that wait until one of those is done. */
  readonly waiting: number;
  /** How long one waits at most, in milliseconds. */
  readonly patience: number;
  /** Values that the answers of all requests in work may hold together; one alone may hold more. */
  readonly values: number;
}

/** Something that happens once. */
class Signal {
  give: () => void = () => undefined;
  readonly given = new Promise<void>((resolve) => {
    this.give = resolve;
  });
}

/** Lets so many requests be in work as the server does well, a few more wait for a moment, and turns others away at once. */
export class Admission {
  #inWork = 0;
  #values = 0;
  readonly #waiting = new Set<() => void>();
  #drained: Signal | null = null;

  constructor(private readonly limits: AdmissionLimits) {}

  get inWork(): number {
    return this.#inWork;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Whether nothing more is taken on. */
  get draining(): boolean {
    return this.#drained !== null;
  }

  /** Takes nothing more on, and resolves when all that was taken on is done. */
  drain(): Promise<void> {
    this.#drained ??= new Signal();
    if (this.#inWork === 0) this.#drained.give();
    return this.#drained.given;
  }

  /**
   * Resolves when it is a request's turn; `leave` must follow. Throws UNAVAILABLE where too many wait, or wait too long,
   * or the server is about to stop.
   */
  async enter(): Promise<void> {
    if (this.draining) throw new StoppingError();
    if (this.#inWork < this.limits.inWork) {
      this.#inWork++;
      return;
    }
    if (this.#waiting.size >= this.limits.waiting) throw new OverloadedError();
    await new Promise<void>((resolve, reject) => {
      const admit = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(admit);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(admit);
        reject(new OverloadedError());
      }, this.limits.patience);
      this.#waiting.add(admit);
    });
  }

  /** Gives the place of a request that is done to the one that has waited longest. */
  leave(): void {
    const [next] = this.#waiting;
    if (next) next();
    else if (--this.#inWork === 0) this.#drained?.give();
  }

  /**
   * Counts what the answer to a request in work may hold, until it is out. Throws UNAVAILABLE where others may hold so much
   * already that all together would not fit into memory.
   */
  weigh(raw: ServerResponse, values: number): void {
    if (raw.closed) return;
    if (this.#values > 0 && this.#values + values > this.limits.values) throw new OverloadedError();
    this.#values += values;
    raw.once('close', () => {
      this.#values -= values;
    });
  }

  /** A hook that holds a request until it is its turn; it is done when its answer is out, or its connection gone. */
  readonly hook: preHandlerAsyncHookHandler = async (_request: FastifyRequest, { raw }: FastifyReply) => {
    await this.enter();
    if (raw.closed) this.leave();
    else raw.once('close', () => this.leave());
  };
}

import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { OverloadedError } from '../core/errors.js';

/** How much the server takes on at once. */
export interface AdmissionLimits {
  /** Requests in work. */
  readonly inWork: number;
  /** Requests that wait until one of those is done. */
  readonly waiting: number;
  /** How long one waits at most, in milliseconds. */
  readonly patience: number;
}

/** Lets so many requests be in work as the server does well, a few more wait for a moment, and turns others away at once. */
export class Admission {
  #inWork = 0;
  readonly #waiting = new Set<() => void>();

  constructor(private readonly limits: AdmissionLimits) {}

  get inWork(): number {
    return this.#inWork;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Resolves when it is a request's turn; `leave` must follow. Throws UNAVAILABLE where too many wait, or wait too long. */
  async enter(): Promise<void> {
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
    else this.#inWork--;
  }

  /** A hook that holds a request until it is its turn; it is done when its answer is out, or its connection gone. */
  readonly hook: preHandlerAsyncHookHandler = async (_request: FastifyRequest, { raw }: FastifyReply) => {
    await this.enter();
    if (raw.closed) this.leave();
    else raw.once('close', () => this.leave());
  };
}

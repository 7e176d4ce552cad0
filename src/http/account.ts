import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { RateLimitedError } from '../core/errors.js';
import type { Balance, Budget } from '../limits/budget.js';
import { callerOf } from './caller.js';
import { errorBody } from './error-body.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null where callers are not limited. */
    account: Account | null;
  }
}

/** What one request takes from its caller's budget. */
export class Account {
  #paid = false;

  constructor(
    private readonly budget: Budget,
    private readonly caller: string,
  ) {}

  get limit(): number {
    return this.budget.limit;
  }

  get balance(): Balance {
    return this.budget.balance(this.caller);
  }

  /** Throws RATE_LIMITED where fewer points are left. */
  pay(points: number): Balance {
    const balance = this.budget.spend(this.caller, points);
    this.#paid = true;
    return balance;
  }

  /** What was refused or could not be read costs something too, as far as there is anything: `points`. */
  settle(points: number): void {
    const { remaining } = this.balance;
    if (!this.#paid && remaining > 0) this.pay(Math.min(points, remaining));
  }
}

/**
 * Gives each request of a route an account, turns those away whose caller has nothing left, and says what is left. The
 * caller must be known by then.
 */
export function accountHooks(
  app: FastifyInstance,
  budget: Budget | undefined,
): Pick<RouteShorthandOptions, 'onRequest' | 'onSend'> {
  app.decorateRequest('account', null);
  if (!budget) return {};
  return {
    onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
      const account = new Account(budget, callerOf(request));
      request.account = account;
      if (account.balance.remaining > 0) return;
      const { message, extensions } = new RateLimitedError(secondsUntil(account.balance.resetAt));
      reply.status(429).header('retry-after', extensions.retryAfter);
      return reply.send(errorBody(message, 'RATE_LIMITED', extensions));
    },
    onSend: async ({ account, headers }: FastifyRequest, reply: FastifyReply) => {
      if (!account) return;
      account.settle(1 + Math.floor(Number(headers['content-length'] ?? 0) / BYTES_A_POINT));
      // A proxy would tell others what this caller has left.
      if (String(reply.getHeader('cache-control')).startsWith('public')) return;
      const { limit, remaining, resetAt } = account.balance;
      reply.headers({
        'x-ratelimit-limit': limit,
        'x-ratelimit-remaining': remaining,
        'x-ratelimit-reset': Math.ceil(resetAt / 1_000),
      });
    },
  };
}

/** Reading so much of what is then refused costs a point more: it takes some milliseconds at worst. */
const BYTES_A_POINT = 500;

const secondsUntil = (moment: number): number => Math.max(1, Math.ceil((moment - Date.now()) / 1_000));

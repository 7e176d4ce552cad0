import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Volatile } from '../core/volatile.js';
import { RateLimit } from './rate-limit.type.js';

/** What pricing leaves in the context of a request. */
export interface PricedContext {
  /** Null where callers are not limited. */
  rateLimit: RateLimit | null;
}

@Resolver(() => RateLimit)
export class RateLimitResolver {
  @Volatile()
  @Query(() => RateLimit, {
    nullable: true,
    description:
      'What this request costs the caller and what is left; null where limits are switched off. With dryRun the answer holds rateLimit alone and nothing else of the request is executed.',
  })
  rateLimit(
    // Acted on before anything is executed: see http/limits.ts.
    @Arg('dryRun', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Only the price: nothing else of the request is executed. Costs one point itself.',
    })
    _dryRun: boolean | null,
    @Ctx() { rateLimit }: PricedContext,
  ): RateLimit | null {
    return rateLimit;
  }
}

import { Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Costs, DEED_COST } from '../core/field-cost.js';
import { Volatile } from '../core/volatile.js';
import { Researcher } from '../researcher/researcher.type.js';
import { deleteAccount } from './account.js';
import { ViewerProfile } from './viewer.type.js';

@Resolver(() => ViewerProfile)
export class AccountResolver {
  @Volatile()
  @Query(() => ViewerProfile, {
    nullable: true,
    description: 'Whoever sent the request, by the token that came with it; null where nobody logged in.',
  })
  viewer(@Ctx() { viewer }: Context): unknown {
    return viewer;
  }

  @FieldResolver(() => Researcher, { nullable: true, description: 'The record that the viewer owns.' })
  async researcher(@Root() { id }: ViewerProfile, @Ctx() { loaders }: Context): Promise<unknown> {
    const owned = await loaders.account.owned.load(id);
    return owned === null ? null : loaders.researcher.byId.existing(owned);
  }

  @Authorized()
  @Costs(() => DEED_COST)
  @Mutation(() => Boolean, {
    description:
      'Takes the account away with all that is personal: follows, claims, invitations and conversations. A record that it owned has no owner then. The graph stays. True, also where there was nothing to delete.',
  })
  deleteAccount(@Ctx() context: Context): Promise<boolean> {
    return deleteAccount(context);
  }
}

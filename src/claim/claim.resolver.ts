import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ViewerProfile } from '../account/viewer.type.js';
import type { Context } from '../context.js';
import { Costs, DEED_COST } from '../core/field-cost.js';
import { Sized } from '../core/list-size.js';
import { byTime, Page, pageArgs } from '../core/pagination.js';
import { readOptionalText } from '../core/text.js';
import { MODERATOR } from '../core/viewer.js';
import { Volatile } from '../core/volatile.js';
import { Researcher } from '../researcher/researcher.type.js';
import { researcherId } from '../researcher/researcher-id.js';
import { ProfileInput } from './claim.input.js';
import { Claim, ClaimConnection } from './claim.type.js';
import { claimResearcher, reviewClaim, withdrawClaim } from './claims.js';
import { updateProfile } from './profile.js';

/** Characters of what somebody writes about a claim. */
const TEXT = { most: 2_000, lines: true };
const HEADLINE = { most: 300 };
/** The most claims that are listed. */
const MOST_CLAIMS = 100;
const PENDING = byTime('Query.pendingClaims');
const PendingArgs = pageArgs(25);
/** The key of the one queue that there is. */
const KEY = 'pending';

const optional = { nullable: true } as const;

@Resolver(() => Claim)
export class ClaimResolver {
  @Authorized()
  @Costs(() => DEED_COST)
  @Mutation(() => Claim, {
    description:
      "Says that a record is the caller's own. Approved at once where the caller's verified ORCID iD is the record's; else pending, for a moderator. A claim that is open is given back.",
  })
  async claimResearcher(
    @Arg('researcherId', () => ID) id: string,
    @Arg('evidence', () => String, { ...optional, description: 'Why, at most 2,000 characters.' })
    evidence: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<unknown> {
    const text = readOptionalText('evidence', evidence, TEXT);
    const claim = await claimResearcher(context, await researcherId(context, id), text);
    return context.loaders.claim.byId.existing(claim);
  }

  @Authorized()
  @Costs(() => DEED_COST)
  @Mutation(() => Claim, {
    description:
      'Takes a claim back, also one that was approved: the record has no owner then. It may be claimed again.',
  })
  async withdrawClaim(@Arg('claimId', () => ID) id: string, @Ctx() context: Context): Promise<unknown> {
    return context.loaders.claim.byId.existing(await withdrawClaim(context, id));
  }

  @Authorized(MODERATOR)
  @Costs(() => DEED_COST)
  @Mutation(() => Claim, {
    description:
      'For moderators. Decides a claim of somebody else; approve: false also takes an approval back. The reason is shown to who claims.',
  })
  async reviewClaim(
    @Arg('claimId', () => ID) id: string,
    @Arg('approve') approved: boolean,
    @Arg('reason', () => String, { ...optional, description: 'At most 2,000 characters.' })
    reason: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<unknown> {
    const decision = { approved, reason: readOptionalText('reason', reason, TEXT) };
    return context.loaders.claim.byId.existing(await reviewClaim(context, id, decision));
  }

  @Authorized()
  @Costs(() => DEED_COST)
  @Mutation(() => Researcher, {
    description:
      'What the owner of a record says of it; a field that is left out or null stays as it is, a blank headline brings the drawn one back.',
  })
  async updateProfile(
    @Arg('input', () => ProfileInput) input: ProfileInput,
    @Ctx() context: Context,
  ): Promise<unknown> {
    const { headline, openToCollaborate } = input;
    const id = await updateProfile(context, {
      ...(headline != null && { headline: readOptionalText('input.headline', headline, HEADLINE) }),
      ...(openToCollaborate != null && { openToCollaborate: openToCollaborate ? null : false }),
    });
    return context.loaders.researcher.byId.existing(id);
  }

  @Authorized(MODERATOR)
  @Volatile()
  @Query(() => ClaimConnection, { description: 'For moderators: claims that wait for a decision, oldest first.' })
  pendingClaims(@Args(() => PendingArgs) args: InstanceType<typeof PendingArgs>, @Ctx() { loaders }: Context): unknown {
    const page = args.params(PENDING);
    return new Page(
      () => loaders.claim.pending(page).load(KEY),
      page,
      PENDING,
      ({ id }) => loaders.claim.byId.existing(id),
      async () => (await loaders.claim.pendingCount.load(KEY)) ?? 0,
    );
  }

  @FieldResolver(() => Researcher, { description: 'The record, as it is now.' })
  researcher(@Root() claim: Claim, @Ctx() { loaders }: Context): Promise<unknown> {
    return loaders.researcher.byId.existing(claim.researcherId);
  }
}

@Resolver(() => ViewerProfile)
export class ViewerClaimsResolver {
  @Sized(() => MOST_CLAIMS)
  @FieldResolver(() => [Claim], { description: 'Newest first, at most 100.' })
  claims(@Root() { id }: ViewerProfile, @Ctx() { loaders }: Context): Promise<readonly Claim[]> {
    return loaders.claim.ofAccounts.load(id);
  }
}

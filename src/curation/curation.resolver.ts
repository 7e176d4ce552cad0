import { ArrayMaxSize, ArrayMinSize } from 'class-validator';
import { Arg, Args, ArgsType, Authorized, Ctx, Field, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Costs, DEED_COST } from '../core/field-cost.js';
import { Sized } from '../core/list-size.js';
import { nextDeedKey } from '../core/request-key.js';
import { isModerator, MODERATOR, requireModerator } from '../core/viewer.js';
import { Volatile } from '../core/volatile.js';
import { Researcher } from '../researcher/researcher.type.js';
import { Curation } from './curation.type.js';
import type { Curator } from './curations.js';
import { MOST_WORKS, mergeResearchers } from './merge.js';
import { splitResearcher } from './split.js';
import { undoCuration } from './undo.js';

/** Decisions about one record that a price reckons with. */
const TYPICAL_CURATIONS = 10;

@ArgsType()
class MergeArgs {
  @Field(() => ID, { description: 'The record that is kept.' })
  keepId!: string;

  @Field(() => ID, { description: 'The record that becomes a part of it.' })
  mergeId!: string;
}

@ArgsType()
class SplitArgs {
  @Field(() => ID)
  researcherId!: string;

  @Field(() => [ID], { description: 'Works of the record that are another person’s.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_WORKS)
  workIds!: string[];
}

/** The moderator who sent a request, with what a decision is carried out on. Throws where nobody is, or may not. */
const curatorOf = ({ database, maxAuthors, changesKept, viewer, requestKey }: Context): Curator => {
  const moderator = requireModerator(viewer);
  const request = nextDeedKey(requestKey, moderator.id);
  return { database, maxAuthors, changesKept, by: moderator.name ?? moderator.id, viewer: moderator, request };
};

/** The record that a decision gives, as it is now. */
const decided = (context: Context, id: string): Promise<unknown> => {
  context.forget();
  return context.loaders.researcher.byId.existing(id);
};

/** What moderators do about records that are one person, or two. */
@Resolver()
export class CurationMutations {
  @Authorized(MODERATOR)
  @Costs(() => DEED_COST)
  @Mutation(() => Researcher, {
    description:
      "For moderators. The second record's works, edges, followers and identifiers go to the first; its id keeps resolving. Two claimed records: CONFLICT.",
  })
  async mergeResearchers(@Args(() => MergeArgs) args: MergeArgs, @Ctx() context: Context): Promise<unknown> {
    const id = await mergeResearchers(curatorOf(context), args.keepId, args.mergeId);
    return decided(context, id);
  }

  @Authorized(MODERATOR)
  @Costs(() => DEED_COST)
  @Mutation(() => Researcher, {
    description:
      'For moderators. Moves works to a new record, which it returns, and derives the edges and figures of both anew. The old id keeps naming the remainder.',
  })
  async splitResearcher(@Args(() => SplitArgs) args: SplitArgs, @Ctx() context: Context): Promise<unknown> {
    const id = await splitResearcher(curatorOf(context), args.researcherId, args.workIds);
    return decided(context, id);
  }

  @Authorized(MODERATOR)
  @Costs(() => DEED_COST)
  @Mutation(() => Researcher, {
    description:
      'For moderators. Takes a merge or a split back, as long as nothing later depends on it (else CONFLICT, with what). Returns the record that came back, or is whole again.',
  })
  async undoCuration(@Arg('curationId', () => ID) curationId: string, @Ctx() context: Context): Promise<unknown> {
    const id = await undoCuration(curatorOf(context), curationId);
    return decided(context, id);
  }
}

@Resolver(() => Curation)
export class CurationResolver {
  @Volatile()
  @FieldResolver(() => String, { description: "A moderator sees the name, everyone else 'moderator'." })
  by(@Root() curation: Curation, @Ctx() { viewer }: Context): string {
    return isModerator(viewer) ? curation.by : 'moderator';
  }
}

@Resolver(() => Researcher)
export class ResearcherCurationsResolver {
  @Sized(() => TYPICAL_CURATIONS)
  @FieldResolver(() => [Curation], {
    description: 'Merges and splits that made this record what it is, newest first; also those that were undone.',
  })
  curations(@Root() { id }: Researcher, @Ctx() { loaders }: Context): Promise<readonly Curation[]> {
    return loaders.curation.ofResearchers.load(id);
  }
}

import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { ViewerProfile } from '../account/viewer.type.js';
import type { Context } from '../context.js';
import { Costs, DEED_COST } from '../core/field-cost.js';
import { byFeed, byMoment, Page, pageArgs } from '../core/pagination.js';
import { Volatile } from '../core/volatile.js';
import { ResearcherConnection } from '../researcher/researcher.lists.js';
import { Researcher } from '../researcher/researcher.type.js';
import { researcherId } from '../researcher/researcher-id.js';
import { FeedConnection } from './feed.type.js';
import { follow, unfollow } from './follow.js';
import type { FeedRow } from './follow.loaders.js';

const FOLLOWING = byMoment('Viewer.following');
const FEED = byFeed('Viewer.feed');
/** The works of all who are followed are gone through, in requests. */
const FEED_COST = 50;
/** Where those who are followed have more works than this, theirs are looked for among the newest of the graph. */
const MANY_WORKS = 20_000;
const ListArgs = pageArgs(25);

@Resolver(() => Researcher)
export class FollowResolver {
  @Authorized()
  @Costs(() => DEED_COST)
  @Mutation(() => Researcher, { description: 'Lets the caller follow a researcher; again changes nothing.' })
  async followResearcher(@Arg('researcherId', () => ID) id: string, @Ctx() context: Context): Promise<unknown> {
    const researcher = await follow(context, await researcherId(context, id));
    return context.loaders.researcher.byId.existing(researcher);
  }

  @Authorized()
  @Costs(() => DEED_COST)
  @Mutation(() => Researcher, { description: 'Ends that the caller follows a researcher; again changes nothing.' })
  async unfollowResearcher(@Arg('researcherId', () => ID) id: string, @Ctx() context: Context): Promise<unknown> {
    const researcher = await unfollow(context, await researcherId(context, id));
    return context.loaders.researcher.byId.existing(researcher);
  }

  @Volatile()
  @FieldResolver(() => Boolean, { description: 'Whether the viewer follows this researcher; false for nobody.' })
  async viewerFollows(@Root() { id }: Researcher, @Ctx() { loaders, viewer }: Context): Promise<boolean> {
    return viewer !== null && (await loaders.follow.followed({ account: viewer.id }).load(id)) !== null;
  }
}

@Resolver(() => ViewerProfile)
export class ViewerFollowsResolver {
  @FieldResolver(() => ResearcherConnection, { description: 'Whom the viewer follows, the latest first.' })
  following(
    @Root() { id }: ViewerProfile,
    @Args(() => ListArgs) args: InstanceType<typeof ListArgs>,
    @Ctx() { loaders }: Context,
  ): unknown {
    const page = args.params(FOLLOWING);
    return new Page(
      () => loaders.follow.following(page).load(id),
      page,
      FOLLOWING,
      (row) => loaders.researcher.byId.existing(row.id),
      async () => (await loaders.follow.followingCount.load(id)) ?? 0,
    );
  }

  @Costs(() => FEED_COST)
  @FieldResolver(() => FeedConnection, {
    description:
      'New works, and works with new coauthors, of the people followed, newest first: those that came since the graph was first filled in bulk.',
  })
  feed(
    @Root() { id }: ViewerProfile,
    @Args(() => ListArgs) args: InstanceType<typeof ListArgs>,
    @Ctx() { loaders, maxAuthors }: Context,
  ): unknown {
    const page = args.params(FEED);
    const rows = async () => {
      const works = (await loaders.follow.worksFollowed.load(id)) ?? 0;
      const find = works > MANY_WORKS ? loaders.follow.feedOfNewest : loaders.follow.feed;
      return find({ ...page, maxAuthors }).load(id);
    };
    return new Page(rows, page, FEED, async (row) => feedItem(row, loaders));
  }
}

const feedItem = (row: FeedRow, loaders: Context['loaders']) => ({
  ...{ id: row.id, at: row.at },
  get researcher() {
    return loaders.researcher.byId.existing(row.researcherId);
  },
  get work() {
    return loaders.work.byId.existing(row.workId);
  },
  get coauthor() {
    return row.coauthorId === null ? null : loaders.researcher.byId.existing(row.coauthorId);
  },
});

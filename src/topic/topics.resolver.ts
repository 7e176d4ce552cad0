import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { byWorks, Page } from '../core/pagination.js';
import { graphCounts } from '../graph/graph-counts.js';
import { filterQuery } from '../graph/search.js';
import { TopicConnection } from './topic.lists.js';
import { TopicListArgs } from './topics.input.js';

const TOPICS = byWorks('Query.topics');
/** The key of the one list that there is. */
const KEY = 'topics';

@Resolver(() => TopicConnection)
export class TopicsResolver {
  @Query(() => TopicConnection, { description: 'All topics, or those that pass the filter, most works first.' })
  topics(@Args(() => TopicListArgs) args: TopicListArgs, @Ctx() context: Context) {
    const { loaders } = context;
    const page = args.params(TOPICS);
    const filter = args.filter ?? {};
    const set = {
      subfield: filter.subfield ?? null,
      field: filter.field ?? null,
      domain: filter.domain ?? null,
      text: filterQuery(filter.text),
    };
    const isFiltered = Object.values(set).some((rule) => rule !== null);
    const params = { set, ...page };
    const rows = () => (set.text === null ? loaders.topic.all(params) : loaders.topic.list(params)).load(KEY);
    const count = async () =>
      isFiltered ? ((await loaders.topic.count({ set }).load(KEY)) ?? 0) : (await graphCounts(context)).topics;
    return new Page(rows, page, TOPICS, ({ id }) => loaders.topic.byId.existing(id), count);
  }
}

import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { graphCounts } from '../graph/graph-counts.js';
import { WorkListArgs } from './work.input.js';
import { WorkConnection } from './work.lists.js';
import { listWorks } from './work-list.js';

@Resolver(() => WorkConnection)
export class WorksResolver {
  @Query(() => WorkConnection, {
    description:
      'All works, or those that pass the filter; most cited first, then the newest, where no order is asked.',
  })
  works(@Args(() => WorkListArgs) args: WorkListArgs, @Ctx() context: Context) {
    const size = async () => (await graphCounts(context)).works;
    return listWorks(context, { of: 'ALL', key: 'works', size }, args, 'Query.works');
  }
}

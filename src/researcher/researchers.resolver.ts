import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Volatile } from '../core/volatile.js';
import { ResearcherConnection } from './researcher.lists.js';
import { listResearchers } from './researcher-list.js';
import { ResearcherListArgs } from './researchers.input.js';

@Resolver(() => ResearcherConnection)
export class ResearchersResolver {
  @Volatile()
  @Query(() => ResearcherConnection, {
    description: 'All researchers, or those who pass the filter; most works first where no order is asked.',
  })
  researchers(@Args(() => ResearcherListArgs) args: ResearcherListArgs, @Ctx() context: Context) {
    return listResearchers(context, args);
  }
}

import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Volatile } from '../core/volatile.js';
import { changesCursor } from './changes.js';
import { graphInfo } from './graph.loaders.js';
import { GraphInfo } from './graph-info.type.js';

@Resolver(() => GraphInfo)
export class GraphInfoResolver {
  @Volatile()
  @Query(() => GraphInfo, { description: 'What the graph holds and where it comes from.' })
  async graph(@Ctx() { database }: Context): Promise<GraphInfo | undefined> {
    const [info] = await database.readWhole(graphInfo, {});
    return info && { ...info, changesCursor: changesCursor(...info.changes) };
  }
}

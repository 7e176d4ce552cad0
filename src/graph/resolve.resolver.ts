import { ArrayMaxSize } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { MAX_IDS } from './node.input.js';
import { type Resolution, resolveId } from './resolve.js';
import { IdResolution } from './resolve.type.js';

@ArgsType()
class ResolveArgs {
  @Field(() => [ID], { description: 'Identifiers of any kind of node.' })
  @ArrayMaxSize(MAX_IDS)
  ids!: string[];
}

@Resolver(() => IdResolution)
export class ResolveResolver {
  @Query(() => [IdResolution], {
    description:
      'What became of ids: still current, merged into another, split into several, deleted, or never known. In the order asked, at most 500.',
  })
  resolve(@Args(() => ResolveArgs) { ids }: ResolveArgs, @Ctx() { loaders }: Context): Promise<readonly Resolution[]> {
    return Promise.all(ids.map((id) => resolveId(loaders, id)));
  }
}

import { ArrayMaxSize } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { MAX_IDS } from './node.input.js';
import { Node } from './node.type.js';
import { findNode, findNodes } from './node-lookup.js';

@ArgsType()
class NodesArgs {
  @Field(() => [ID], { description: 'Identifiers of any kind of node.' })
  @ArrayMaxSize(MAX_IDS)
  ids!: string[];
}

@Resolver(() => Node)
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Any node by any identifier: a node id, an OpenAlex URL, an ORCID iD or URL, a DOI or its URL, an arXiv id, a ROR id or URL.',
  })
  node(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context): Promise<unknown> {
    return findNode(loaders, id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The same for many, in the order asked, null for each that is not there. At most 500 ids.',
  })
  nodes(@Args(() => NodesArgs) { ids }: NodesArgs, @Ctx() { loaders }: Context): Promise<unknown[]> {
    return findNodes(loaders, ids);
  }
}

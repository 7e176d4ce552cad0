import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Costs } from '../core/field-cost.js';
import { pageSize } from '../core/pagination.js';
import { selectedFields } from '../core/selection.js';
import { Researcher } from '../researcher/researcher.type.js';
import { Work } from '../work/work.type.js';
import { EdgeType } from './edge-type.js';
import { NodeType } from './node.type.js';
import { CenteredSliceArgs, SliceArgs, sliceCost, sliceParams } from './slice.input.js';
import { findSlice, loadSlice } from './slice.js';
import { GraphEdge, Neighbourhood } from './slice.type.js';

function chosenParts(info: GraphQLResolveInfo) {
  const selected = selectedFields(info);
  return {
    withEdges: selected.has('edges'),
    withSources: selected.below('edges').has('sources'),
    withTotals: selected.has('totals'),
  };
}

@Resolver(() => Neighbourhood)
export class NeighbourhoodResolver {
  @Costs(sliceCost)
  @Query(() => Neighbourhood, {
    nullable: true,
    description:
      'The subgraph around any node: the nodes nearest to it, best first within each kind, and every edge of the graph between the nodes returned. Deeper rings do not follow every edge of a hub: see depth. Null where there is no such node.',
  })
  neighbourhood(
    @Args(() => CenteredSliceArgs) args: CenteredSliceArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Neighbourhood | null> {
    return findSlice(context, args.center, sliceParams(args, chosenParts(info)));
  }
}

@Resolver(() => Researcher)
export class ResearcherNeighbourhoodResolver {
  @Costs(sliceCost)
  @FieldResolver(() => Neighbourhood, {
    nullable: true,
    description: 'The researcher in context: the slice around this node.',
  })
  neighbourhood(
    @Root() root: Researcher,
    @Args(() => SliceArgs) args: SliceArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Neighbourhood | null> {
    return loadSlice(context, { id: root.id, type: NodeType.RESEARCHER }, sliceParams(args, chosenParts(info)));
  }
}

@Resolver(() => GraphEdge)
export class GraphEdgeResolver {
  @FieldResolver(() => [Work], {
    description: 'The evidence: for COAUTHOR the joint works, newest first; for the others none.',
  })
  async works(
    @Root() { type, source, target }: GraphEdge,
    @Arg('first', () => Int, { nullable: true, defaultValue: 5, description: 'How many, 0 to 100.' }) first:
      | number
      | null,
    @Ctx() { loaders, maxAuthors }: Context,
  ): Promise<unknown[]> {
    const limit = pageSize(first, 5);
    if (type !== EdgeType.COAUTHOR) return [];
    const ids = await loaders.researcher.jointWorks({ limit, maxAuthors }).load(`${source} ${target}`);
    return ids.map((id) => loaders.work.byId.existing(id));
  }
}

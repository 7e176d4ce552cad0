import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { type ListSize, Sized, within } from '../core/list-size.js';
import { selectedFields } from '../core/selection.js';
import { type DrawnNode, edgesAmong, findDrawn, toGraphNode } from './drawing.js';
import { EdgeType } from './edge-type.js';
import { checkIds } from './node.input.js';
import { MOST_NODES } from './slice.input.js';
import { GraphEdge, GraphNode } from './slice.type.js';
import { edgeFilter } from './slice-filter.js';

const nodesAsked: ListSize = ({ ids }) => within(0, MOST_NODES, (ids as readonly string[]).length);
/** Edges that a node of a subgraph is taken to have there: more only where hundreds wrote one work. */
const EDGES_A_NODE = 50;
const edgesAsked: ListSize = (args) => {
  const nodes = nodesAsked(args);
  return Math.min((nodes * (nodes - 1)) / 2, EDGES_A_NODE * nodes);
};

@ObjectType({ simpleResolvers: true, description: 'Some nodes and the edges between them.' })
export class Subgraph {
  @Sized(nodesAsked)
  @Field(() => [GraphNode], { description: 'Each node once, in the order asked.' })
  nodes!: GraphNode[];

  @Sized(edgesAsked)
  @Field(() => [GraphEdge], { description: 'Every edge of the graph between these nodes, by id.' })
  edges!: GraphEdge[];
}

@ArgsType()
class SubgraphArgs {
  @Field(() => [ID], { description: `Nodes of any kind, by any identifier; at most ${MOST_NODES}.` })
  ids!: string[];

  @Field(() => [EdgeType], { nullable: true, description: 'Only edges of these types.' })
  edgeTypes?: EdgeType[] | null;
}

@Resolver()
export class SubgraphResolver {
  @Query(() => Subgraph, {
    description: `The nodes asked for, at most ${MOST_NODES}, and every edge of the graph between them. Unknown ids are left out.`,
  })
  async subgraph(
    @Args(() => SubgraphArgs) { ids, edgeTypes }: SubgraphArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Subgraph> {
    checkIds(ids, MOST_NODES);
    const found = await Promise.all(ids.map((text) => findDrawn(loaders, text)));
    const nodes = new Map<string, DrawnNode>();
    for (const one of found) if (one && !nodes.has(one.node[0])) nodes.set(one.node[0], one);
    const listed = [...nodes].map(([id, { type }]) => ({ id, type }));
    return {
      nodes: [...nodes.values()].map((node) => toGraphNode(loaders, node, null)),
      edges: selectedFields(info).has('edges') ? await edgesAmong(loaders, listed, edgeFilter({ edgeTypes })) : [],
    };
  }
}

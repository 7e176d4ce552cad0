import type { Context } from '../context.js';
import { edgesAmong, type FoundNode, findDrawn } from './drawing.js';
import { EdgeType } from './edge-type.js';
import { NodeType } from './node.type.js';
import { loadNode } from './node-lookup.js';
import type { Path, PathArgs } from './path.resolver.js';
import { type PathEdges, type PathNode, searchPath } from './path-search.js';
import { type GraphEdge } from './slice.type.js';
import { edgeFilter } from './slice-filter.js';

/** The path that validated arguments ask for, or null where there is none or an end is unknown. */
export async function findPath(context: Context, args: PathArgs): Promise<Path | null> {
  const { loaders, database } = context;
  const [from, to] = await Promise.all([findDrawn(loaders, args.from), findDrawn(loaders, args.to)]);
  if (!from || !to) return null;
  const edges = { edgeTypes: edgeTypesOf(args, from, to), minWorks: args.minWorks ?? 1, since: args.since ?? null };
  const [start, end] = [toEnd(from, edges), toEnd(to, edges)];
  const nodes =
    start.id === end.id ? [start] : await searchPath(database, { from: start, to: end }, args.maxLength ?? 6, edges);
  if (!nodes) return null;
  return {
    length: nodes.length - 1,
    get nodes() {
      return nodes.map(({ id, type }) => loadNode(loaders, type, id));
    },
    get edges() {
      return edgesBetween(context, nodes, edges);
    },
  };
}

const toEnd = ({ type, node, degrees }: FoundNode, { edgeTypes }: PathEdges) => ({
  id: node[0],
  type,
  degree: [...new Set(edgeTypes)].reduce((sum, edgeType) => sum + (degrees[edgeType] ?? 0), 0),
});

function edgeTypesOf({ via }: PathArgs, from: FoundNode, to: FoundNode): readonly EdgeType[] {
  if (via) return via;
  return from.type === NodeType.RESEARCHER && to.type === NodeType.RESEARCHER
    ? [EdgeType.COAUTHOR]
    : Object.values(EdgeType);
}

/** The edges from each node to the next. Two works that cite each other have two: the smaller id is taken. */
async function edgesBetween(
  { loaders }: Context,
  nodes: readonly PathNode[],
  { edgeTypes, minWorks }: PathEdges,
): Promise<GraphEdge[]> {
  if (nodes.length < 2) return [];
  const among = await edgesAmong(loaders, nodes, edgeFilter({ edgeTypes: [...edgeTypes], minWorks }));
  return nodes.slice(1).map(({ id }, at) => {
    const before = nodes[at]?.id;
    return among.find(
      ({ source, target }) => (source === before && target === id) || (source === id && target === before),
    ) as GraphEdge;
  });
}

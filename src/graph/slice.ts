import type { Context } from '../context.js';
import { type DrawnNode, type EdgeTable, edgesAmong, edgesOfTables, type NodeColumns, toGraphNode } from './drawing.js';
import { parseIdentifier } from './identifiers.js';
import { NodeType } from './node.type.js';
import { loadNode, locate } from './node-lookup.js';
import type { SliceLimits, SliceParams } from './slice.input.js';
import type { GraphEdge, Neighbourhood, NeighbourhoodTotals } from './slice.type.js';
import { keepsAll } from './slice-filter.js';
import { growRings, type PlacedNode } from './slice-rings.js';

/** What `graph.slice` takes: the hot path has a statement of its own, without depth and filter. */
export interface FirstRingParams extends SliceLimits {
  readonly withEdges: boolean;
  readonly withSources: boolean;
  readonly withTotals: boolean;
}

/** Works, topics, institutions, researchers. */
export type Totals = readonly [number, number, number, number];

/** What `graph.slice` returns: lists, which the driver unpacks a third faster than maps. */
export interface FirstRingRow {
  readonly type: NodeType;
  readonly center: NodeColumns;
  readonly works: readonly NodeColumns[];
  readonly topics: readonly NodeColumns[];
  readonly institutions: readonly NodeColumns[];
  readonly researchers: readonly NodeColumns[];
  readonly edges: readonly EdgeTable[];
  /** Null where not asked for. */
  readonly totals: Totals | null;
}

/** The slice around the node that `text` identifies, or null where there is none: one look-up less for a node id. */
export async function findSlice(context: Context, text: string, params: SliceParams): Promise<Neighbourhood | null> {
  const direct = parseIdentifier(text).find(({ by }) => by === 'id');
  const slice = direct && (await loadSlice(context, direct.value, params));
  if (slice) return slice;
  const located = await locate(context.loaders, text);
  return located && loadSlice(context, located.id, params);
}

/**
 * The slice around a node id, or null where there is no such node. One statement for a single ring without a filter;
 * else one for the centre or the first ring, one for each further ring, one for the edges, one for filtered totals.
 */
export const loadSlice = (context: Context, id: string, params: SliceParams): Promise<Neighbourhood | null> =>
  keepsAll(params.filter) ? wholeSlice(context, id, params) : filteredSlice(context, id, params);

async function wholeSlice(context: Context, id: string, params: SliceParams): Promise<Neighbourhood | null> {
  const { depth, limits, withEdges, withSources, withTotals } = params;
  const row = await context.loaders.graph
    .slice({ ...limits, withEdges: withEdges && depth === 1, withSources, withTotals })
    .load(id);
  if (!row) return null;
  const center = { type: row.type, node: row.center };
  const firstRing = [
    ...placed(NodeType.WORK, row.works),
    ...placed(NodeType.TOPIC, row.topics),
    ...placed(NodeType.INSTITUTION, row.institutions),
    ...placed(NodeType.RESEARCHER, row.researchers),
  ];
  if (depth === 1) {
    const nodes = [row.center, ...row.works, ...row.topics, ...row.institutions, ...row.researchers];
    return toNeighbourhood(context, center, firstRing, edgesOfTables(row.edges, nodes), row.totals);
  }
  const nodes = await growRings(context.loaders, center, firstRing, params);
  const edges = withEdges ? await edgesAmong(context.loaders, drawnAll(center, nodes), params.filter) : [];
  return toNeighbourhood(context, center, nodes, edges, row.totals);
}

async function filteredSlice(context: Context, id: string, params: SliceParams): Promise<Neighbourhood | null> {
  const { loaders } = context;
  const center = await loaders.graph.drawn.load(id);
  if (!center) return null;
  const grown = growRings(loaders, center, [], params);
  const [nodes, edges, totals] = await Promise.all([
    grown,
    params.withEdges ? grown.then((all) => edgesAmong(loaders, drawnAll(center, all), params.filter)) : [],
    params.withTotals ? loaders.graph.totals(params.filter).load(id) : null,
  ]);
  return toNeighbourhood(context, center, nodes, edges, totals);
}

const placed = (type: NodeType, nodes: readonly NodeColumns[]): PlacedNode[] =>
  nodes.map((node) => ({ type, node, distance: 1 }));

const drawnAll = (center: DrawnNode, nodes: readonly DrawnNode[]) =>
  [center, ...nodes].map(({ type, node }) => ({ type, id: node[0] }));

const kinds = [NodeType.WORK, NodeType.TOPIC, NodeType.INSTITUTION, NodeType.RESEARCHER];

function toNeighbourhood(
  { loaders }: Context,
  center: DrawnNode,
  nodes: readonly PlacedNode[],
  edges: GraphEdge[],
  totals: Totals | null,
): Neighbourhood {
  return {
    get center() {
      return loadNode(loaders, center.type, center.node[0]);
    },
    nodes: [
      toGraphNode(loaders, center, 0),
      ...kinds.flatMap((kind) =>
        nodes.filter(({ type }) => type === kind).map((node) => toGraphNode(loaders, node, node.distance)),
      ),
    ],
    edges,
    totals: toTotals(totals ?? [0, 0, 0, 0]),
  };
}

const toTotals = ([works, topics, institutions, researchers]: Totals): NeighbourhoodTotals => ({
  works,
  topics,
  institutions,
  researchers,
});

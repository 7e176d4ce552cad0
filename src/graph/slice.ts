import type { Context } from '../context.js';
import {
  type DrawnNode,
  type EdgeTable,
  edgesAmong,
  edgesOfTables,
  type NodeColumns,
  type NodeTable,
  nodesOfTable,
  toGraphNode,
} from './drawing.js';
import { parseIdentifier } from './identifiers.js';
import { NodeType } from './node.type.js';
import { loadNode, locate } from './node-lookup.js';
import type { SliceLimits, SliceParams } from './slice.input.js';
import type { GraphEdge, Neighbourhood, NeighbourhoodTotals } from './slice.type.js';
import { keepsAll } from './slice-filter.js';
import { growRings, type PlacedNode } from './slice-rings.js';

/** What `graph.star` takes: the hot path has statements of its own, without depth and filter. */
export interface StarParams extends SliceLimits {
  readonly withTotals: boolean;
}

/** What `graph.slice` takes. */
export interface WholeSliceParams extends StarParams {
  readonly withSources: boolean;
}

/** Works, topics, institutions, researchers. */
export type Totals = readonly [number, number, number, number];

/** What `graph.slice` returns, and `graph.star` without edges: columns, which the driver unpacks in half the time of rows. */
export interface FirstRingRow {
  readonly type: NodeType;
  readonly center: NodeColumns;
  /** Of the centre, in the database. */
  readonly number: number;
  readonly works: NodeTable;
  readonly topics: NodeTable;
  readonly institutions: NodeTable;
  readonly researchers: NodeTable;
  readonly edges: readonly EdgeTable[];
  /** Null where not asked for. */
  readonly totals: Totals | null;
}

/** The slice around the node that `text` identifies, or null where there is none: one look-up less for a node id. */
export async function findSlice(context: Context, text: string, params: SliceParams): Promise<Neighbourhood | null> {
  const direct = parseIdentifier(text).find(({ by }) => by === 'id');
  const slice = direct && (await loadSlice(context, { id: direct.value, type: direct.type }, params));
  if (slice) return slice;
  const located = await locate(context.loaders, text);
  return located && loadSlice(context, located, params);
}

/** Where a slice starts, and of what kind that is where that is known. */
interface Center {
  readonly id: string;
  readonly type: NodeType | null;
}

/**
 * The slice around a node id, or null where there is no such node. One statement for a single ring without a filter;
 * else one for the centre or the first ring, one for each further ring, one for the edges, one for filtered totals.
 */
export const loadSlice = (context: Context, center: Center, params: SliceParams): Promise<Neighbourhood | null> =>
  keepsAll(params.filter) ? wholeSlice(context, center, params) : filteredSlice(context, center.id, params);

async function wholeSlice(context: Context, { id, type }: Center, params: SliceParams): Promise<Neighbourhood | null> {
  const { depth, limits, withEdges, withSources, withTotals } = params;
  const { slice, star, sliceOfResearcher, starOfResearcher } = context.loaders.graph;
  const [sliceOf, starOf] = type === NodeType.RESEARCHER ? [sliceOfResearcher, starOfResearcher] : [slice, star];
  const firstRingOf =
    withEdges && depth === 1 ? sliceOf({ ...limits, withSources, withTotals }) : starOf({ ...limits, withTotals });
  const row = await firstRingOf.load(id);
  if (!row) return null;
  const center = { type: row.type, node: row.center };
  const firstRing = [
    ...placed(NodeType.WORK, row.works),
    ...placed(NodeType.TOPIC, row.topics),
    ...placed(NodeType.INSTITUTION, row.institutions),
    ...placed(NodeType.RESEARCHER, row.researchers),
  ];
  if (depth === 1) return toNeighbourhood(context, center, firstRing, withEdges ? edgesOf(row) : [], row.totals);
  const nodes = await growRings(context.loaders, center, firstRing, params);
  const edges = withEdges ? await edgesAmong(context.loaders, drawnAll(center, nodes), params.filter) : [];
  return toNeighbourhood(context, center, byKind(nodes), edges, row.totals);
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
  return toNeighbourhood(context, center, byKind(nodes), edges, totals);
}

const placed = (type: NodeType, nodes: NodeTable): PlacedNode[] =>
  nodesOfTable(nodes).map((node) => ({ type, node, distance: 1 }));

const edgesOf = (row: FirstRingRow): GraphEdge[] => edgesOfTables(row.edges, idsByNumber(row));

function idsByNumber({ center, number, ...row }: FirstRingRow): ReadonlyMap<number, string> {
  const ids = new Map<number, string>();
  for (const [of, , , , numbers] of [row.works, row.topics, row.institutions, row.researchers])
    for (const [at, id] of of.entries()) ids.set(numbers[at] as number, id);
  return ids.set(number, center[0]);
}

const drawnAll = (center: DrawnNode, nodes: readonly DrawnNode[]) =>
  [center, ...nodes].map(({ type, node }) => ({ type, id: node[0] }));

/** Nodes of several rings, those of a kind together. */
const byKind = (nodes: readonly PlacedNode[]): PlacedNode[] =>
  kinds.flatMap((kind) => nodes.filter(({ type }) => type === kind));

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
    nodes: [toGraphNode(loaders, center, 0), ...nodes.map((node) => toGraphNode(loaders, node, node.distance))],
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

import type { Context } from '../context.js';
import { parseIdentifier } from './identifiers.js';
import { NodeType } from './node.type.js';
import { loadNode, locate } from './node-lookup.js';
import type { SliceLimits } from './slice.input.js';
import type { EdgeType, GraphEdge, GraphNode, Neighbourhood, NeighbourhoodTotals } from './slice.type.js';

/** A node as `graph.slice` returns it: id, label, weight, year. */
type NodeColumns = readonly [string, string, number, number | null];
/** An edge: type, source, target, weight, sources. */
type EdgeColumns = readonly [EdgeType, string, string, number, string | null];

/** What `graph.slice` returns: lists, which the driver unpacks a third faster than maps. */
export interface SliceRow {
  readonly type: NodeType;
  readonly center: NodeColumns;
  readonly works: readonly NodeColumns[];
  readonly topics: readonly NodeColumns[];
  readonly institutions: readonly NodeColumns[];
  readonly researchers: readonly NodeColumns[];
  readonly edges: readonly EdgeColumns[];
  /** Works, topics, institutions, researchers; null where not asked for. */
  readonly totals: readonly [number, number, number, number] | null;
}

/** Which parts of a slice to compute, and how much of it. */
export interface SliceParams extends SliceLimits {
  readonly withEdges: boolean;
  readonly withTotals: boolean;
}

/** The slice around the node that `text` identifies, or null where there is none: one statement for a node id. */
export async function findSlice(context: Context, text: string, params: SliceParams): Promise<Neighbourhood | null> {
  const direct = parseIdentifier(text).find(({ by }) => by === 'id');
  const slice = direct && (await loadSlice(context, direct.value, params));
  if (slice) return slice;
  const located = await locate(context.loaders, text);
  return located && loadSlice(context, located.id, params);
}

/** The slice around a node id, or null where there is no such node. */
export async function loadSlice(context: Context, id: string, params: SliceParams): Promise<Neighbourhood | null> {
  const row = await context.loaders.graph.slice(params).load(id);
  return row && toNeighbourhood(context, row);
}

function toNeighbourhood({ loaders }: Context, row: SliceRow): Neighbourhood {
  const toNode =
    (type: NodeType, distance: number) =>
    ([id, label, weight, year]: NodeColumns): GraphNode => ({
      id,
      type,
      label,
      weight,
      year,
      distance,
      get node() {
        return loadNode(loaders, type, id);
      },
    });
  return {
    get center() {
      return loadNode(loaders, row.type, row.center[0]);
    },
    nodes: [
      toNode(row.type, 0)(row.center),
      ...row.works.map(toNode(NodeType.WORK, 1)),
      ...row.topics.map(toNode(NodeType.TOPIC, 1)),
      ...row.institutions.map(toNode(NodeType.INSTITUTION, 1)),
      ...row.researchers.map(toNode(NodeType.RESEARCHER, 1)),
    ],
    edges: row.edges.map(toEdge).sort((a, b) => (a.id < b.id ? -1 : 1)),
    totals: toTotals(row.totals ?? [0, 0, 0, 0]),
  };
}

const toEdge = ([type, source, target, weight, sources]: EdgeColumns): GraphEdge => ({
  id: `${type}:${source}:${target}`,
  type,
  source,
  target,
  weight,
  sources: sources?.split(' ') ?? ['derived'],
});

const toTotals = ([works, topics, institutions, researchers]: NonNullable<
  SliceRow['totals']
>): NeighbourhoodTotals => ({
  works,
  topics,
  institutions,
  researchers,
});

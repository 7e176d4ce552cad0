import type { Loaders } from '../context.js';
import type { EdgeType } from './edge-type.js';
import { parseIdentifier } from './identifiers.js';
import type { NodeType } from './node.type.js';
import { loadNode } from './node-lookup.js';
import type { GraphEdge, GraphNode } from './slice.type.js';
import type { EdgeFilter } from './slice-filter.js';

/** A node as statements return it: id, label, weight, year. */
export type NodeColumns = readonly [string, string, number, number | null];
/** An edge: type, source, target, weight, sources. */
export type EdgeColumns = readonly [EdgeType, string, string, number, string | null];

/** What there is to draw of a node. */
export interface DrawnNode {
  readonly type: NodeType;
  readonly node: NodeColumns;
}

/** A node that was found, with the number of its edges of each type that it can have. */
export interface FoundNode extends DrawnNode {
  readonly degrees: Readonly<Partial<Record<EdgeType, number>>>;
}

/**
 * What there is to draw of the node that a text identifies, of an id that moved the node where it went to.
 * A node id that is present is one look-up. Null where there is none.
 */
export async function findDrawn(loaders: Loaders, text: string): Promise<FoundNode | null> {
  const { drawn, locate } = loaders.graph;
  for (const { by, value } of parseIdentifier(text)) {
    const present = by === 'id' ? await drawn.load(value) : null;
    if (present) return present;
    const located = await locate.load(`${by} ${value}`);
    if (located) return drawn.load(located.id);
  }
  return null;
}

/** A node of a slice; everything else of it is fetched where it is asked for. */
export const toGraphNode = (loaders: Loaders, { type, node }: DrawnNode, distance: number | null): GraphNode => {
  const [id, label, weight, year] = node;
  return {
    id,
    type,
    label,
    weight,
    year,
    distance,
    get node() {
      return loadNode(loaders, type, id);
    },
  };
};

const toGraphEdge = ([type, source, target, weight, sources]: EdgeColumns): GraphEdge => ({
  id: `${type}:${source}:${target}`,
  type,
  source,
  target,
  weight,
  sources: sources?.split(' ') ?? ['derived'],
});

/** Edges in the order of their ids. */
export const toGraphEdges = (rows: readonly EdgeColumns[]): GraphEdge[] =>
  rows.map(toGraphEdge).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Every edge of the graph between some nodes that the filter keeps, by id. */
export async function edgesAmong(
  loaders: Loaders,
  nodes: readonly { readonly id: string; readonly type: NodeType }[],
  filter: EdgeFilter,
): Promise<GraphEdge[]> {
  const ids = (wanted: string) => nodes.flatMap(({ id, type }) => (type === wanted ? [id] : [])).join(' ');
  const key = ['WORK', 'TOPIC', 'INSTITUTION', 'RESEARCHER'].map(ids).join('|');
  return toGraphEdges((await loaders.graph.edges(filter).load(key)) ?? []);
}

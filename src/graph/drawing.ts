import type { Loaders } from '../context.js';
import type { EdgeType } from './edge-type.js';
import { parseIdentifier } from './identifiers.js';
import type { NodeType } from './node.type.js';
import { loadNode } from './node-lookup.js';
import type { GraphEdge, GraphNode } from './slice.type.js';
import type { EdgeFilter } from './slice-filter.js';

/** A node as statements return it: id, label, weight, year. */
export type NodeColumns = readonly [string, string, number, number | null];
/** All nodes of one kind in `graph.slice`, best first: years are those of works, numbers are there where edges are asked for. */
export type NodeTable = readonly [
  ids: readonly string[],
  labels: readonly string[],
  weights: readonly number[],
  years: readonly (number | null)[],
  numbers: readonly number[],
];
/**
 * All edges of one type in `graph.slice`: the numbers of their ends, their weights where not all are 1, and who stated them
 * where that is asked for and they are not derived.
 */
export type EdgeTable = readonly [
  type: EdgeType,
  sources: readonly number[],
  targets: readonly number[],
  weights: readonly number[],
  statedBy: readonly string[],
];
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

/** A node of a slice; everything else of it is fetched where it is asked for. A class: a getter in a literal is a function for each. */
class LoadableGraphNode implements GraphNode {
  constructor(
    private readonly loaders: Loaders,
    readonly id: string,
    readonly type: NodeType,
    readonly label: string,
    readonly weight: number,
    readonly year: number | null,
    readonly distance: number | null,
  ) {}

  get node() {
    return loadNode(this.loaders, this.type, this.id);
  }
}

export const toGraphNode = (loaders: Loaders, { type, node }: DrawnNode, distance: number | null): GraphNode => {
  const [id, label, weight, year] = node;
  return new LoadableGraphNode(loaders, id, type, label, weight, year, distance);
};

const toGraphEdge = (
  type: EdgeType,
  source: string,
  target: string,
  weight: number,
  statedBy: string | null | undefined,
): GraphEdge => ({
  id: `${type}:${source}:${target}`,
  type,
  source,
  target,
  weight,
  sources: statedBy ? statedBy.split(' ') : DERIVED,
});
const DERIVED = ['derived'];

const byId = (edges: GraphEdge[]): GraphEdge[] => edges.sort((a, b) => (a.id < b.id ? -1 : 1));

/** Edges in the order of their ids. */
const toGraphEdges = (rows: readonly EdgeColumns[]): GraphEdge[] => byId(rows.map((row) => toGraphEdge(...row)));

/** The nodes of a table. */
export const nodesOfTable = ([ids, labels, weights, years]: NodeTable): NodeColumns[] =>
  ids.map((id, at) => [id, labels[at] as string, weights[at] as number, years[at] ?? null]);

/** Edges of tables in the order of their ids; `ids` are those of the nodes, by their numbers in the database. */
export function edgesOfTables(tables: readonly EdgeTable[], ids: ReadonlyMap<number, string>): GraphEdge[] {
  const idOf = (number: number | undefined) => ids.get(number as number) as string;
  return byId(
    tables.flatMap(([type, sources, targets, weights, statedBy]) =>
      sources.map((source, at) => toGraphEdge(type, idOf(source), idOf(targets[at]), weights[at] ?? 1, statedBy[at])),
    ),
  );
}

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

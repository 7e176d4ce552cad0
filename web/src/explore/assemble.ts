import type { DrawnEdgeFragment, DrawnNodeFragment } from '../gen/graphql.js';
import type { GraphNode } from '../graph/types.js';
import type { Kind } from '../route.js';

/** Most nodes that are drawn. */
export const MOST_NODES = 500;
/** Most nodes that one expansion adds. */
export const STEP = 20;
/** Most nodes of a subgraph that the server gives. */
const SUBGRAPH = 300;

/** One expansion: whose neighbours, best first within each kind. Null while they are not known. */
export interface Growth {
  readonly id: string;
  readonly nodes: readonly DrawnNodeFragment[] | null;
}

/** What one expansion came to. */
export interface Grown {
  readonly id: string;
  readonly added: number;
}

/** The nodes of an exploration, in the order in which they came. */
export interface Gathered {
  readonly nodes: readonly GraphNode[];
  readonly grown: readonly Grown[];
  /** Whether nodes were left out, since there are as many as can be drawn. */
  readonly full: boolean;
}

/** Puts together the first slice, what was added by hand, a path, and what a filter brings in. */
export function gather(
  first: readonly GraphNode[],
  growths: readonly Growth[],
  more: readonly (readonly GraphNode[])[],
): Gathered {
  const nodes = new Map(first.map((node) => [node.id, node]));
  let full = false;
  const add = (node: GraphNode): boolean => {
    if (nodes.has(node.id)) return false;
    if (nodes.size >= MOST_NODES) {
      full = true;
      return false;
    }
    nodes.set(node.id, node);
    return true;
  };
  const grown = growths.map(({ id, nodes: around }): Grown => {
    const parent = nodes.get(id);
    const fresh = inTurn((around ?? []).filter((node) => !nodes.has(node.id))).slice(0, STEP);
    const distance = parent?.distance == null ? null : parent.distance + 1;
    return { id, added: fresh.filter((node) => add({ ...node, distance, from: id })).length };
  });
  for (const list of more) for (const node of list) add(node);
  return { nodes: [...nodes.values()], grown, full };
}

/** Nodes of all kinds in turn, each kind in its order, so that none crowds out the others. */
function inTurn(nodes: readonly DrawnNodeFragment[]): readonly DrawnNodeFragment[] {
  const kinds = new Map<Kind, DrawnNodeFragment[]>();
  for (const node of nodes) kinds.set(node.type, [...(kinds.get(node.type) ?? []), node]);
  const longest = Math.max(0, ...[...kinds.values()].map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => [...kinds.values()].flatMap((list) => list[at] ?? [])).flat();
}

/** Lists of ids that, asked for their edges one by one, give every edge but those among the `known`. */
export function edgeQuestions(known: readonly string[], added: readonly string[]): readonly (readonly string[])[] {
  if (added.length === 0) return [];
  const all = [...known, ...added];
  if (all.length <= SUBGRAPH) return [all];
  const size = SUBGRAPH / 2;
  const blocks = Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
  const knownBlocks = Math.floor(known.length / size);
  return blocks.flatMap((one, at) =>
    blocks.slice(at + 1).flatMap((other, after) => (at + 1 + after < knownBlocks ? [] : [[...one, ...other]])),
  );
}

/** Each edge once, those alone whose ends are there. */
export function edgesAmong(
  nodes: readonly GraphNode[],
  lists: readonly (readonly DrawnEdgeFragment[])[],
): readonly DrawnEdgeFragment[] {
  const ids = new Set(nodes.map(({ id }) => id));
  const edges = new Map(lists.flat().map((edge) => [edge.id, edge]));
  return [...edges.values()].filter(({ source, target }) => ids.has(source) && ids.has(target));
}

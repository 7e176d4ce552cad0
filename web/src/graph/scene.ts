import type { Transform } from './transform.js';
import type { GraphEdge, PlacedNode } from './types.js';

/** All that a drawing of a graph needs to know. */
export interface Scene {
  readonly nodes: ReadonlyMap<string, PlacedNode>;
  readonly edges: readonly GraphEdge[];
  readonly center: string;
  readonly transform: Transform;
  /** The node that the reader is at. */
  readonly focus: string | null;
  /** The node that is dragged just now. */
  readonly dragged: string | null;
  /** How visible quiet links are, see `quietness`. */
  readonly quiet: number;
  /** A way from node to node that stands out. */
  readonly path: readonly string[];
  /** The same as pairs, see `pairOf`. */
  readonly pairs: ReadonlySet<string>;
  readonly width: number;
  readonly height: number;
}

/** How visible is what is not looked at. */
export const FADED = 0.12;

/** How visible links that nothing brings out are: many lines together would be a wall. */
export const quietness = (edges: readonly GraphEdge[]): number => Math.max(0.45, Math.min(1, 300 / edges.length));

/** The name of two nodes, in whatever order. */
export const pairOf = (one: string, other: string): string => (one < other ? `${one}\n${other}` : `${other}\n${one}`);

/** The pairs that follow each other on a path. */
export const pathPairs = (path: readonly string[]): ReadonlySet<string> =>
  new Set(path.slice(1).map((id, at) => pairOf(path[at] ?? '', id)));

/** Nodes with a place in the picture. */
export const isShown = ({ x, hidden }: PlacedNode): boolean => !hidden && !Number.isNaN(x);

/** Whom the picture is about: the node in focus with its neighbours, and the path; null where about all. */
export function inFocus({ focus, edges, path }: Pick<Scene, 'focus' | 'edges' | 'path'>): ReadonlySet<string> | null {
  if (focus === null) return path.length > 0 ? new Set(path) : null;
  const near = new Set([focus, ...path]);
  for (const { source, target } of edges) {
    if (source === focus) near.add(target);
    if (target === focus) near.add(source);
  }
  return near;
}

/** Nodes grow a little with the zoom, so that a crowd thins out. */
export const grownBy = ({ transform }: Pick<Scene, 'transform'>): number =>
  Math.max(0.75, Math.min(2, Math.sqrt(transform.k)));

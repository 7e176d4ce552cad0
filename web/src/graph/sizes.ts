import type { Kind } from '../route.js';
import type { GraphData, GraphNode } from './types.js';

const LEAST = 4.5;
const MOST = 13;
const CENTER = 17;

/** How large each node is drawn: by the order of magnitude of its weight among those of its kind. */
export function sizer({ center, nodes }: GraphData): (node: GraphNode) => number {
  const heaviest = new Map<Kind, number>();
  for (const { id, type, weight } of nodes)
    if (id !== center) heaviest.set(type, Math.max(heaviest.get(type) ?? 1, weight));
  return ({ id, type, weight }) =>
    id === center ? CENTER : LEAST + (MOST - LEAST) * (Math.log1p(weight) / Math.log1p(heaviest.get(type) ?? 1));
}

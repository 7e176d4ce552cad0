import type { Loaders } from '../context.js';
import type { DrawnNode, NodeColumns } from './drawing.js';
import { NodeType } from './node.type.js';
import { MOST_FROM_A_NODE, type SliceLimits, type SliceParams } from './slice.input.js';
import type { EdgeFilter } from './slice-filter.js';

/** The largest LIMIT that Neo4j takes: the centre's neighbours are all looked at. */
const NO_LIMIT = 2 ** 31 - 1;

/** A node with its hops from the centre. */
export interface PlacedNode extends DrawnNode {
  readonly distance: number;
}

/** What `graph.ring` takes: room for each kind, and the filter. */
export interface RingParams extends SliceLimits, EdgeFilter {
  /** Most edges of one type that are looked at from one node. */
  readonly most: number;
}

/** What `graph.ring` returns: the new nodes of each kind, best first. */
export type RingRow = readonly (readonly [NodeType, readonly NodeColumns[]])[];

const limitOf = {
  WORK: 'works',
  TOPIC: 'topics',
  INSTITUTION: 'institutions',
  RESEARCHER: 'researchers',
} as const satisfies Record<NodeType, keyof SliceLimits>;

/**
 * The rings that `params` asks for, from those that are known on; each grows from the one before while there is room.
 * A kind whose candidates do not all find room is full, so that none of them can come back in a further ring.
 */
export async function growRings(
  loaders: Loaders,
  center: DrawnNode,
  firstRing: readonly PlacedNode[],
  { depth, limits, filter }: SliceParams,
): Promise<PlacedNode[]> {
  const nodes = [...firstRing];
  let ring: readonly DrawnNode[] = firstRing.length > 0 ? firstRing : [center];
  let earlier: readonly DrawnNode[] = firstRing.length > 0 ? [center] : [];
  for (let distance = firstRing.length > 0 ? 2 : 1; distance <= depth && ring.length > 0; distance++) {
    const room = roomLeft(limits, nodes);
    if (Object.values(room).every((places) => places === 0)) break;
    const most = ring[0] === center ? NO_LIMIT : MOST_FROM_A_NODE;
    const found = await loaders.graph.ring({ ...room, ...filter, most }).load(`${idsOf(ring)}|${idsOf(earlier)}`);
    const grown = (found ?? []).flatMap(([type, rows]) => rows.map((node) => ({ type, node, distance })));
    earlier = [...earlier, ...ring];
    ring = grown;
    nodes.push(...grown);
  }
  return nodes;
}

const idsOf = (nodes: readonly DrawnNode[]): string => nodes.map(({ node }) => node[0]).join(' ');

function roomLeft(limits: SliceLimits, nodes: readonly DrawnNode[]): SliceLimits {
  const taken = { works: 0, topics: 0, institutions: 0, researchers: 0 };
  for (const { type } of nodes) taken[limitOf[type]] += 1;
  return {
    works: limits.works - taken.works,
    topics: limits.topics - taken.topics,
    institutions: limits.institutions - taken.institutions,
    researchers: limits.researchers - taken.researchers,
  };
}

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationNodeDatum,
} from 'd3-force';
import type { EdgeType } from '../gen/graphql.js';

/** A node to find a place for; one with `fixed` stays where it is. */
export interface LayoutNode extends SimulationNodeDatum {
  readonly id: string;
  readonly radius: number;
  readonly fixed: boolean;
}

/** An edge that pulls its ends together. */
export interface LayoutEdge {
  readonly source: string;
  readonly target: string;
  readonly type: EdgeType;
}

/** A layout to be made. */
export interface LayoutRequest {
  readonly run: number;
  readonly center: string;
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  /** Whether there is more room in height than in width. */
  readonly upright?: boolean;
  /** Whether to show how it comes about. */
  readonly steps: boolean;
}

/** Places of the nodes, x and y in turn, in the order of the request. */
export interface LayoutStep {
  readonly run: number;
  readonly positions: Float32Array;
  readonly settled: boolean;
}

/** How strongly a type of edge pulls: subjects gather what is about them, everything else loosely follows. */
const PULL: Readonly<Record<EdgeType, number>> = {
  ABOUT: 0.5,
  CITES: 0.2,
  AUTHORED: 0.14,
  RESEARCHES: 0.12,
  ACTIVE_IN: 0.1,
  AFFILIATED: 0.3,
  PRODUCED_AT: 0.1,
  COAUTHOR: 0.08,
  PARTNER: 0.08,
};
/** Everything is joined to the centre: that says nothing about where it belongs. */
const AT_CENTER = 0.12;
const LENGTH = 46;
const LENGTH_AT_CENTER = 130;

/** The forces of a layout, not yet under way. The centre is held at 0, 0. */
export function simulate({
  center,
  nodes,
  edges,
  upright = false,
}: Omit<LayoutRequest, 'run' | 'steps'>): Simulation<LayoutNode, undefined> {
  for (const node of nodes) {
    if (node.id === center) Object.assign(node, { fx: 0, fy: 0 });
    else if (node.fixed) Object.assign(node, { fx: node.x, fy: node.y });
  }
  const atCenter = (edge: { source: unknown; target: unknown }) =>
    (edge.source as LayoutNode).id === center || (edge.target as LayoutNode).id === center;
  const links = forceLink<LayoutNode, LayoutEdge & { source: never; target: never }>(
    edges.map((edge) => ({ ...edge }) as never),
  )
    .id(({ id }) => id)
    .distance((edge) => (atCenter(edge) ? LENGTH_AT_CENTER : LENGTH))
    .strength((edge) => PULL[edge.type] * (atCenter(edge) ? AT_CENTER : 1));
  return (
    forceSimulation<LayoutNode>([...nodes])
      .force('links', links)
      .force(
        'charge',
        forceManyBody<LayoutNode>()
          .strength(({ radius }) => -60 - radius * 8)
          .distanceMax(420),
      )
      .force('collide', forceCollide<LayoutNode>(({ id, radius }) => radius + (id === center ? 16 : 6)).iterations(2))
      // Labels take width.
      .force('x', forceX<LayoutNode>(0).strength(upright ? 0.085 : 0.05))
      .force('y', forceY<LayoutNode>(0).strength(upright ? 0.055 : 0.085))
      .alphaMin(0.02)
      .stop()
  );
}

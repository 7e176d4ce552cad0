import type { EdgeType } from '../gen/graphql.js';
import type { Kind } from '../route.js';

/** A node as a slice of the API describes it. */
export interface GraphNode {
  readonly id: string;
  readonly type: Kind;
  readonly label: string;
  /** Citations of a work, works of the others: decides the size. */
  readonly weight: number;
  readonly year: number | null;
  /** Hops from the centre. */
  readonly distance: number | null;
  /** The node that it was brought in by, beside which it starts. */
  readonly from?: string;
}

/** An edge as a slice of the API describes it. */
export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: EdgeType;
  /** Decides the width. */
  readonly weight: number;
}

/** What is drawn. */
export interface GraphData {
  /** The node that stays in the middle. */
  readonly center: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A node with what drawing adds to it. */
export interface PlacedNode extends GraphNode {
  readonly radius: number;
  x: number;
  y: number;
  /** The layout leaves it where it is. */
  pinned: boolean;
  hidden: boolean;
  /** Nearly invisible, since it is not among what was asked for. */
  dimmed: boolean;
}

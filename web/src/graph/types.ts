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

/** What a view tells whoever made it. */
export interface GraphViewEvents {
  /** A node was chosen by click or Enter; null where the choice was taken back. */
  onSelect?(id: string | null, by: 'pointer' | 'keyboard'): void;
  /** A node was chosen a second time, by double click or, unless `staysOpen`, by Enter. */
  onOpen?(id: string): void;
  /** The pointer or the keyboard is at a node; null where at none. */
  onHover?(id: string | null): void;
  /** A key was pressed at a node that the view itself has no use for. */
  onKey?(event: KeyboardEvent, id: string): void;
  /** A node was dragged to another place and let go. */
  onMove?(id: string): void;
  /** The layout came to rest. */
  onSettled?(): void;
}

/** How a view behaves. */
export interface GraphViewOptions extends GraphViewEvents {
  /** What the whole is called where it is read aloud. */
  readonly label: string;
  /** What a node is called where it is read aloud. */
  describe(node: GraphNode): string;
  /** Most labels shown at once; 70 where absent. */
  readonly maxLabels?: number;
  /** Enter at what is chosen chooses it anew. */
  readonly staysOpen?: boolean;
}

/** A place in the layout; the centre is at 0, 0. */
export interface Point {
  readonly x: number;
  readonly y: number;
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

import type { GraphNode } from './types.js';

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

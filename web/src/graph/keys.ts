import { nearestIn } from './direction.js';
import type { PlacedNode } from './types.js';

const ZOOM_STEP = 1.4;

/** What keys do in a view. */
export interface KeyEvents {
  /** The nodes that arrows may lead to. */
  nodes(): readonly PlacedNode[];
  focus(id: string): void;
  enter(): void;
  leave(): void;
  zoomBy(factor: number): void;
  fit(): void;
  /** Any other key; its own effect stays. */
  other(event: KeyboardEvent): void;
}

/** Does what a key pressed at a node stands for. */
export function press(event: KeyboardEvent, id: string, on: KeyEvents): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  if (key.startsWith('Arrow')) {
    const nodes = on.nodes();
    const from = nodes.find((node) => node.id === id);
    const next = from && nearestIn(key, from, nodes);
    if (next) on.focus(next.id);
  } else if (key === 'Enter' || key === ' ') on.enter();
  else if (key === 'Escape') on.leave();
  else if (key === '+' || key === '=') on.zoomBy(ZOOM_STEP);
  else if (key === '-') on.zoomBy(1 / ZOOM_STEP);
  else if (key === '0') on.fit();
  else {
    on.other(event);
    return;
  }
  event.preventDefault();
}

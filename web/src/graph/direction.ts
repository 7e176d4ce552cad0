import type { Point } from './point.js';

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};
/** What lies beside the way counts as this much farther. */
const ASIDE = 2.5;

/** The node that an arrow key leads to: the nearest within a right angle around the arrow's direction. */
export function nearestIn<Node extends Point>(key: string, from: Point, nodes: readonly Node[]): Node | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  let best: Node | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const [dx, dy] = [node.x - from.x, node.y - from.y];
    const along = dx * direction.x + dy * direction.y;
    const aside = Math.abs(dx * direction.y - dy * direction.x);
    if (along <= 0 || aside > along) continue;
    const distance = along + ASIDE * aside;
    if (distance < least) [best, least] = [node, distance];
  }
  return best;
}

import type { Kind } from '../route.js';
import { type LabelWish, type PlacedLabel, placeLabels, shortened } from './labels.js';
import { grownBy, inFocus, isShown, type Scene } from './scene.js';
import type { PlacedNode } from './types.js';

/** How a label is written. */
export interface Lettering {
  readonly size: number;
  readonly bold: boolean;
}

/** Width of a text in pixels. */
export type Measure = (text: string, lettering: Lettering) => number;

/** How the label of a node is written: the centre and what gives the picture its regions stand out. */
export const letteringOf = (id: string, type: Kind, center: string): Lettering => ({
  size: id === center ? 14 : 12,
  bold: id === center || type === 'TOPIC' || type === 'INSTITUTION',
});

/** The labels of a scene in their places, at most so many. */
export function labelsOf(scene: Scene, measure: Measure, most: number): readonly PlacedLabel[] {
  const { transform, center, focus } = scene;
  const grown = grownBy(scene);
  const near = inFocus(scene);
  const place = ({ id, x, y, radius }: PlacedNode) => ({
    id,
    x: transform.applyX(x),
    y: transform.applyY(y),
    radius: radius * grown,
  });
  const inside = ({ x, y }: { x: number; y: number }) =>
    x > -40 && y > -40 && x < scene.width + 40 && y < scene.height + 40;
  const shown = [...scene.nodes.values()].filter(isShown);
  const wishes = shown
    .filter((node) => !node.dimmed && (near === null || near.has(node.id)))
    .sort((one, other) => rank(other, scene) - rank(one, scene))
    .map((node) => ({ node, at: place(node) }))
    .filter(({ at }) => inside(at))
    .slice(0, most * CANDIDATES)
    .map(({ node, at }): LabelWish => {
      const text = node.id === focus ? node.label : shortened(node.label);
      return {
        ...at,
        text,
        needed: rank(node, scene) >= NEEDED,
        width: measure(text, letteringOf(node.id, node.type, center)),
      };
    });
  // Labels keep off what can be seen.
  const obstacles = shown
    .filter(({ dimmed }) => !dimmed)
    .map(place)
    .filter(inside);
  return placeLabels(wishes, obstacles, { width: scene.width, height: scene.height, most });
}

/** How many nodes may want a label for each that gets one: to try all of a crowd takes long, and names nobody more. */
const CANDIDATES = 3;

/** The rank from which a name is never left out. */
const NEEDED = 3_000;

/** Who is named first: the one in focus, the path, the centre, what gives the picture its regions, then the large. */
function rank({ id, type, radius }: PlacedNode, { focus, center, path }: Scene): number {
  if (id === focus) return 4_000;
  if (path.includes(id)) return 3_500;
  if (id === center) return 3_000;
  return radius + (type === 'TOPIC' ? 200 : type === 'INSTITUTION' ? 100 : 0);
}

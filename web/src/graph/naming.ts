import { type LabelWish, type PlacedLabel, placeLabels, shortened } from './labels.js';
import { grownBy, inFocus, isShown, type Scene } from './scene.js';
import type { PlacedNode } from './types.js';

/** Sizes of labels in pixels. */
export const LABEL_SIZE = { node: 12, center: 14 } as const;

/** Width of a text of some size, in pixels. */
export type Measure = (text: string, size: number) => number;

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
    .map(({ node, at }): LabelWish => {
      const text = node.id === focus ? node.label : shortened(node.label);
      return { ...at, text, width: measure(text, node.id === center ? LABEL_SIZE.center : LABEL_SIZE.node) };
    });
  // Labels keep off what can be seen.
  const obstacles = shown
    .filter(({ dimmed }) => !dimmed)
    .map(place)
    .filter(inside);
  return placeLabels(wishes, obstacles, { width: scene.width, height: scene.height, most });
}

/** Who is named first: the one in focus, the path, the centre, what gives the picture its regions, then the large. */
function rank({ id, type, radius }: PlacedNode, { focus, center, path }: Scene): number {
  if (id === focus) return 4_000;
  if (path.includes(id)) return 3_500;
  if (id === center) return 3_000;
  return radius + (type === 'TOPIC' ? 200 : type === 'INSTITUTION' ? 100 : 0);
}

import { FADED, isShown, pairOf, type Scene } from './scene.js';
import type { GraphEdge } from './types.js';

/** Colours of links, as the style sheet gives them. */
export interface LinkColours {
  readonly quiet: string;
  readonly strong: string;
  readonly path: string;
}

/** The colours of links in an element's style. */
export function linkColours(element: Element): LinkColours {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return { quiet: colour('--link-quiet'), strong: colour('--link-strong'), path: colour('--accent') };
}

/** A line of a picture, in pixels. */
export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly colour: string;
  readonly alpha: number;
}

/** Joint works make a line wider. */
const widthOf = ({ type, weight }: GraphEdge): number =>
  type === 'COAUTHOR' || type === 'PARTNER' || type === 'RESEARCHES' ? Math.min(6, 0.6 + Math.sqrt(weight) * 0.7) : 0.9;

/** The edges as lines, what matters most last: where something is in focus or on a path, the others nearly vanish. */
export function linesOf(
  { nodes, edges, transform, focus, path, pairs, quiet }: Scene,
  colours: LinkColours,
): readonly Line[] {
  const layers: [Line[], Line[], Line[]] = [[], [], []];
  const looking = focus !== null || path.length > 0;
  for (const edge of edges) {
    const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
    if (!source || !target || !isShown(source) || !isShown(target)) continue;
    const layer = pairs.has(pairOf(edge.source, edge.target))
      ? 2
      : edge.source === focus || edge.target === focus
        ? 1
        : 0;
    const dimmed = source.dimmed || target.dimmed;
    layers[layer].push({
      x1: transform.applyX(source.x),
      y1: transform.applyY(source.y),
      x2: transform.applyX(target.x),
      y2: transform.applyY(target.y),
      width: layer === 2 ? widthOf(edge) + 1.6 : widthOf(edge),
      colour: [colours.quiet, colours.strong, colours.path][layer] ?? colours.quiet,
      alpha: layer < 2 && (dimmed || (looking && layer === 0)) ? FADED : layer === 0 ? quiet : 1,
    });
  }
  return layers.flat();
}

/** Draws the edges; lines alike are drawn at one stroke. */
export function paintLinks(context: CanvasRenderingContext2D, scene: Scene, colours: LinkColours): void {
  let style = '';
  context.beginPath();
  for (const { x1, y1, x2, y2, width, colour, alpha } of linesOf(scene, colours)) {
    const wanted = `${colour} ${width} ${alpha}`;
    if (wanted !== style) {
      context.stroke();
      context.beginPath();
      Object.assign(context, { strokeStyle: colour, lineWidth: width, globalAlpha: alpha });
      style = wanted;
    }
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
  context.globalAlpha = 1;
}

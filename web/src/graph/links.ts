import type { ZoomTransform } from 'd3-zoom';
import type { GraphEdge, PlacedNode } from './types.js';

/** Colours of links, as the style sheet gives them. */
export interface LinkColours {
  readonly quiet: string;
  readonly strong: string;
}

/** Width of a line in pixels: joint works make it wider. */
const widthOf = ({ type, weight }: GraphEdge): number =>
  type === 'COAUTHOR' || type === 'PARTNER' || type === 'RESEARCHES' ? Math.min(6, 0.6 + Math.sqrt(weight) * 0.7) : 0.9;

/** Draws the edges; where something is in focus, its own stand out and the others nearly vanish. */
export function paintLinks(
  canvas: HTMLCanvasElement,
  edges: readonly GraphEdge[],
  nodes: ReadonlyMap<string, PlacedNode>,
  transform: ZoomTransform,
  focus: string | null,
  colours: LinkColours,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const scale = devicePixelRatio || 1;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (const edge of edges) {
    const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
    if (!source || !target || source.hidden || target.hidden) continue;
    const own = focus !== null && (edge.source === focus || edge.target === focus);
    context.globalAlpha = focus !== null && !own ? 0.12 : 1;
    context.strokeStyle = own ? colours.strong : colours.quiet;
    context.lineWidth = widthOf(edge);
    context.beginPath();
    context.moveTo(transform.applyX(source.x), transform.applyY(source.y));
    context.lineTo(transform.applyX(target.x), transform.applyY(target.y));
    context.stroke();
  }
}

import type { GraphView } from '../graph/graph-view.js';
import { type Line, linesOf, linkColours } from '../graph/links.js';
import { labelsOf, letteringOf, type Measure } from '../graph/naming.js';
import { FADED, grownBy, inFocus, isShown, type Scene } from '../graph/scene.js';
import { shapePath } from '../graph/shapes.js';

const LABELS = 70;
/** A picture has this many dots a pixel of the screen. */
const SHARPNESS = 2;

interface Shape {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly outline: string;
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly alpha: number;
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly bold: boolean;
  readonly fill: string;
}

/** A picture of what a view shows, in plain figures: every way of drawing it gives the same. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly paper: string;
  readonly font: string;
  readonly lines: readonly Line[];
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
}

function take(view: GraphView): Picture {
  const scene: Scene = view.scene();
  const style = getComputedStyle(view.element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const near = inFocus(scene);
  const grown = grownBy(scene);
  const nodes = [...scene.nodes.values()].filter(isShown);
  const measured = document.createElement('canvas').getContext('2d');
  const font = style.getPropertyValue('--sans').trim();
  const measure: Measure = (text, { size, bold }) => {
    if (!measured) return text.length * size * 0.55;
    measured.font = `${bold ? 600 : 400} ${size}px ${font}`;
    return measured.measureText(text).width + 2;
  };
  return {
    width: scene.width,
    height: scene.height,
    paper: colour('raised'),
    font,
    lines: linesOf(scene, linkColours(view.element)),
    shapes: nodes.map((node) => {
      const center = node.id === scene.center;
      return {
        x: scene.transform.applyX(node.x),
        y: scene.transform.applyY(node.y),
        scale: grown,
        outline: shapePath(node.type, node.radius),
        fill: colour(node.type.toLowerCase()),
        stroke: center || node.pinned ? colour('ink') : colour('raised'),
        strokeWidth: center ? 2 : 1.5,
        alpha: node.dimmed || (near !== null && !near.has(node.id)) ? FADED : 1,
      };
    }),
    labels: labelsOf(scene, measure, LABELS).map(({ id, ...label }) => ({
      ...label,
      ...letteringOf(id, scene.nodes.get(id)?.type ?? 'WORK', scene.center),
      fill: colour('ink'),
    })),
  };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
const round = (value: number): string => value.toFixed(1);

/** What is shown, as SVG. */
export function pictureAsSvg(view: GraphView, title: string): Blob {
  const { width, height, paper, font, lines, shapes, labels } = take(view);
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
    ...lines.map(
      (line) =>
        `<line x1="${round(line.x1)}" y1="${round(line.y1)}" x2="${round(line.x2)}" y2="${round(line.y2)}" stroke="${line.colour}" stroke-width="${line.width.toFixed(2)}" stroke-opacity="${line.alpha}"/>`,
    ),
    ...shapes.map(
      (shape) =>
        `<path transform="translate(${round(shape.x)},${round(shape.y)}) scale(${shape.scale.toFixed(3)})" d="${shape.outline}" fill="${shape.fill}" stroke="${shape.stroke}" stroke-width="${shape.strokeWidth}" opacity="${shape.alpha}"/>`,
    ),
    `<g font-family="${escaped(font)}" stroke="${paper}" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke" dominant-baseline="central">`,
    ...labels.map(
      (label) =>
        `<text x="${round(label.x)}" y="${round(label.y)}" text-anchor="${label.anchor}" font-size="${label.size}"${label.bold ? ' font-weight="600"' : ''} fill="${label.fill}">${escaped(label.text)}</text>`,
    ),
    '</g>',
    '</svg>',
  ].join('\n');
  return new Blob([text], { type: 'image/svg+xml' });
}

/** What is shown, as PNG of twice the size. Rejects where the browser cannot make one. */
export function pictureAsPng(view: GraphView): Promise<Blob> {
  const { width, height, paper, font, lines, shapes, labels } = take(view);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * SHARPNESS);
  canvas.height = Math.round(height * SHARPNESS);
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('This browser draws no pictures.'));
  context.scale(SHARPNESS, SHARPNESS);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  for (const { x1, y1, x2, y2, width: thickness, colour, alpha } of lines) {
    Object.assign(context, { strokeStyle: colour, lineWidth: thickness, globalAlpha: alpha });
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  for (const { x, y, scale, outline, fill, stroke, strokeWidth, alpha } of shapes) {
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    Object.assign(context, { fillStyle: fill, strokeStyle: stroke, lineWidth: strokeWidth, globalAlpha: alpha });
    const path = new Path2D(outline);
    context.fill(path);
    context.stroke(path);
    context.restore();
  }
  Object.assign(context, {
    globalAlpha: 1,
    textBaseline: 'middle',
    lineJoin: 'round',
    strokeStyle: paper,
    lineWidth: 3.5,
  });
  for (const { x, y, text, anchor, size, bold, fill } of labels) {
    context.font = `${bold ? 600 : 400} ${size}px ${font}`;
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.strokeText(text, x, y);
    context.fillStyle = fill;
    context.fillText(text, x, y);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('This browser makes no PNG.'))), 'image/png'),
  );
}

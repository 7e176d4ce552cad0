import type { ZoomTransform } from 'd3-zoom';
import { type LabelWish, placeLabels, shortened } from './labels.js';
import { shapePath } from './shapes.js';
import type { GraphEdge, GraphViewOptions, PlacedNode } from './types.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Radius of what can be hit, in pixels: small nodes are no smaller targets. */
const TARGET = 12;
const MOST_LABELS = 70;
const FONT = { node: 12, center: 14 };

/** What a drawing shows. */
export interface Scene {
  readonly focus: string | null;
  readonly center: string;
  readonly width: number;
  readonly height: number;
}

const element = <Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
) => {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
};

/** The nodes of a view and their labels, as elements. One of them is in the order of the Tab key; arrows move that. */
export class NodeLayer {
  readonly svg = element('svg');
  readonly #group = element('g');
  readonly #labels = element('g', { 'aria-hidden': 'true', class: 'labels' });
  readonly #elements = new Map<string, SVGGElement>();
  readonly #options: GraphViewOptions;
  readonly #ruler = document.createElement('canvas').getContext('2d');
  readonly #widths = new Map<string, number>();
  #tabStop = '';

  constructor(options: GraphViewOptions) {
    this.#options = options;
    this.svg.setAttribute('role', 'group');
    this.svg.setAttribute('aria-label', options.label);
    this.svg.append(this.#group, this.#labels);
    this.svg.addEventListener('focusin', ({ target }) => this.#stopAt(this.idAt(target)));
  }

  /** Has an element for each of the nodes, the centre last, which lies on top. */
  show(nodes: readonly PlacedNode[], center: string): void {
    const ids = new Set(nodes.map(({ id }) => id));
    for (const [id, old] of this.#elements) {
      if (ids.has(id)) continue;
      old.remove();
      this.#elements.delete(id);
    }
    for (const node of nodes) {
      const group = this.#elements.get(node.id) ?? element('g', { role: 'button', tabindex: -1 });
      group.setAttribute('class', `node ${node.type.toLowerCase()}${node.id === center ? ' center' : ''}`);
      group.setAttribute('aria-label', this.#options.describe(node));
      group.dataset.id = node.id;
      const hit = element('circle', { r: Math.max(TARGET, node.radius + 2), class: 'hit' });
      group.replaceChildren(hit, element('path', { d: shapePath(node.type, node.radius) }));
      this.#elements.set(node.id, group);
      this.#group.append(group);
    }
    const middle = this.#elements.get(center);
    if (middle) this.#group.append(middle);
    this.#stopAt(this.#elements.has(this.#tabStop) ? this.#tabStop : center);
  }

  /** The node that an element belongs to. */
  idAt(target: EventTarget | null): string | null {
    return target instanceof Element ? (target.closest<SVGGElement>('.node')?.dataset.id ?? null) : null;
  }

  select(id: string | null): void {
    for (const [each, group] of this.#elements) group.setAttribute('aria-pressed', String(each === id));
  }

  pin(id: string, pinned: boolean): void {
    this.#elements.get(id)?.classList.toggle('pinned', pinned);
  }

  focus(id: string): void {
    this.#elements.get(id)?.focus({ preventScroll: true });
  }

  draw(
    nodes: ReadonlyMap<string, PlacedNode>,
    edges: readonly GraphEdge[],
    transform: ZoomTransform,
    scene: Scene,
  ): void {
    const { focus } = scene;
    const near = focus === null ? null : neighbours(focus, edges);
    // Grown a little with the zoom, so that a crowd thins out.
    const grown = Math.max(0.75, Math.min(2, Math.sqrt(transform.k)));
    const shown: PlacedNode[] = [];
    for (const node of nodes.values()) {
      const group = this.#elements.get(node.id);
      if (!group) continue;
      const out = node.hidden || Number.isNaN(node.x);
      group.style.display = out ? 'none' : '';
      if (out) continue;
      group.setAttribute(
        'transform',
        `translate(${transform.applyX(node.x).toFixed(1)},${transform.applyY(node.y).toFixed(1)}) scale(${grown.toFixed(3)})`,
      );
      group.classList.toggle('faded', near !== null && !near.has(node.id));
      if (near === null || near.has(node.id)) shown.push(node);
    }
    this.#drawLabels(shown, nodes, transform, grown, scene);
  }

  #drawLabels(
    shown: readonly PlacedNode[],
    nodes: ReadonlyMap<string, PlacedNode>,
    transform: ZoomTransform,
    grown: number,
    scene: Scene,
  ): void {
    const place = ({ id, x, y, radius }: PlacedNode) => ({
      id,
      x: transform.applyX(x),
      y: transform.applyY(y),
      radius: radius * grown,
    });
    const wishes = [...shown]
      .sort((one, other) => rank(other, scene) - rank(one, scene))
      .map((node): LabelWish => {
        const text = node.id === scene.focus ? node.label : shortened(node.label);
        return { ...place(node), text, width: this.#widthOf(text, node.id === scene.center ? FONT.center : FONT.node) };
      });
    const obstacles = [...nodes.values()].filter(({ x, hidden }) => !hidden && !Number.isNaN(x)).map(place);
    const placed = placeLabels(wishes, obstacles, {
      width: scene.width,
      height: scene.height,
      most: this.#options.maxLabels ?? MOST_LABELS,
    });
    this.#labels.replaceChildren(
      ...placed.map(({ id, text, x, y, anchor }) => {
        const type = nodes.get(id)?.type.toLowerCase() ?? '';
        const label = element('text', {
          x: x.toFixed(1),
          y: y.toFixed(1),
          'text-anchor': anchor,
          class: `${type}${id === scene.center ? ' center' : ''}`,
        });
        label.textContent = text;
        return label;
      }),
    );
  }

  #widthOf(text: string, size: number): number {
    const key = `${size}${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined || !this.#ruler) return known ?? text.length * size * 0.55;
    this.#ruler.font = `${size}px ${getComputedStyle(this.svg).fontFamily}`;
    const width = this.#ruler.measureText(text).width + 2;
    this.#widths.set(key, width);
    return width;
  }

  #stopAt(id: string | null): void {
    if (id === null) return;
    this.#elements.get(this.#tabStop)?.setAttribute('tabindex', '-1');
    this.#elements.get(id)?.setAttribute('tabindex', '0');
    this.#tabStop = id;
  }
}

function neighbours(id: string, edges: readonly GraphEdge[]): ReadonlySet<string> {
  const near = new Set([id]);
  for (const { source, target } of edges) {
    if (source === id) near.add(target);
    if (target === id) near.add(source);
  }
  return near;
}

/** Who is named first: the one in focus, the centre, what gives the picture its regions, then the large. */
const rank = ({ id, type, radius }: PlacedNode, { focus, center }: Scene): number =>
  radius + (id === focus ? 4_000 : id === center ? 3_000 : type === 'TOPIC' ? 200 : type === 'INSTITUTION' ? 100 : 0);

import { labelsOf, type Measure } from './naming.js';
import type { GraphViewOptions } from './options.js';
import type { Point } from './point.js';
import { grownBy, inFocus, isShown, type Scene } from './scene.js';
import { shapePath } from './shapes.js';
import type { PlacedNode } from './types.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Radius of what can be hit, in pixels: small nodes are no smaller targets. */
const TARGET = 12;
const MOST_LABELS = 70;

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
  #grown = 1;
  /** How and where each node was drawn last. */
  readonly #drawn = new WeakMap<SVGGElement, string>();
  readonly #places = new Map<string, Point>();
  readonly #texts = new Map<string, SVGTextElement>();

  constructor(options: GraphViewOptions) {
    this.#options = options;
    this.svg.setAttribute('role', 'group');
    this.svg.setAttribute('aria-label', options.label);
    this.svg.append(this.#group, this.#labels);
    this.svg.addEventListener('focusin', ({ target }) => this.#stopAt(this.idAt(target)));
  }

  /** Has an element for each of the nodes. Larger ones lie on top, so that no small one's target hides them. */
  show(nodes: readonly PlacedNode[], center: string): void {
    const at = this.idAt(document.activeElement);
    const ids = new Set(nodes.map(({ id }) => id));
    for (const [id, old] of this.#elements) {
      if (ids.has(id)) continue;
      old.remove();
      this.#elements.delete(id);
    }
    let above: SVGGElement | null = null;
    for (const node of [...nodes].sort((one, other) => other.radius - one.radius)) {
      const group = this.#elements.get(node.id) ?? element('g', { role: 'button', tabindex: -1 });
      group.setAttribute('class', `node ${node.type.toLowerCase()}${node.id === center ? ' center' : ''}`);
      this.#drawn.delete(group);
      group.setAttribute('aria-label', this.#options.describe(node));
      group.dataset.id = node.id;
      const hit = element('circle', { r: Math.max(TARGET / this.#grown, node.radius + 2), class: 'hit' });
      group.replaceChildren(hit, element('path', { d: shapePath(node.type, node.radius) }));
      this.#elements.set(node.id, group);
      // Who is in place is not moved, which would take the focus away.
      if (group.parentNode === null || group.nextSibling !== above) this.#group.insertBefore(group, above);
      above = group;
    }
    this.#stopAt(this.#elements.has(this.#tabStop) ? this.#tabStop : center);
    if (at !== null && at !== this.idAt(document.activeElement)) this.focus(at);
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

  draw(scene: Scene): void {
    const near = inFocus(scene);
    const { nodes, transform } = scene;
    this.#grow(grownBy(scene), nodes);
    const scale = this.#grown.toFixed(3);
    for (const node of nodes.values()) {
      const group = this.#elements.get(node.id);
      if (!group) continue;
      const [x, y] = [transform.applyX(node.x), transform.applyY(node.y)];
      this.#places.set(node.id, { x, y });
      const place = isShown(node) ? `translate(${x.toFixed(1)},${y.toFixed(1)}) scale(${scale})` : '';
      const faded = node.dimmed || (near !== null && !near.has(node.id));
      // A step of a drag touches few: what stays as it is costs nothing.
      const drawn = `${place}${faded}`;
      if (this.#drawn.get(group) === drawn) continue;
      this.#drawn.set(group, drawn);
      group.style.display = place === '' ? 'none' : '';
      if (place !== '') group.setAttribute('transform', place);
      group.classList.toggle('faded', faded);
    }
    this.#drawLabels(scene);
  }

  /** Moves the dragged node and its label. The other labels stay where they are: a crowd that jumps would distract. */
  drawDragged({ nodes, transform, dragged }: Scene): void {
    const node = nodes.get(dragged ?? '');
    const group = node && this.#elements.get(node.id);
    const before = node && this.#places.get(node.id);
    if (!group || !before) return;
    const [x, y] = [transform.applyX(node.x), transform.applyY(node.y)];
    this.#places.set(node.id, { x, y });
    group.setAttribute('transform', `translate(${x.toFixed(1)},${y.toFixed(1)}) scale(${this.#grown.toFixed(3)})`);
    this.#drawn.delete(group);
    const label = this.#texts.get(node.id);
    label?.setAttribute('x', String(Number(label.getAttribute('x')) + x - before.x));
    label?.setAttribute('y', String(Number(label.getAttribute('y')) + y - before.y));
  }

  /** Width of a text in this view, in pixels. */
  readonly measure: Measure = (text, { size, bold }) => {
    const key = `${size}${bold}${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined || !this.#ruler) return known ?? text.length * size * 0.55;
    this.#ruler.font = `${bold ? 600 : 400} ${size}px ${getComputedStyle(this.svg).fontFamily}`;
    const width = this.#ruler.measureText(text).width + 2;
    this.#widths.set(key, width);
    return width;
  };

  /** What can be hit stays as large as it is, however small the nodes become. */
  #grow(grown: number, nodes: ReadonlyMap<string, PlacedNode>): void {
    if (grown === this.#grown) return;
    this.#grown = grown;
    for (const [id, group] of this.#elements)
      group.firstElementChild?.setAttribute('r', String(Math.max(TARGET / grown, (nodes.get(id)?.radius ?? 0) + 2)));
  }

  #drawLabels(scene: Scene): void {
    const placed = labelsOf(scene, this.measure, this.#options.maxLabels ?? MOST_LABELS);
    const ids = new Set(placed.map(({ id }) => id));
    for (const [id, old] of this.#texts) {
      if (ids.has(id)) continue;
      old.remove();
      this.#texts.delete(id);
    }
    for (const { id, text, x, y, anchor } of placed) {
      const label = this.#texts.get(id) ?? element('text');
      const type = scene.nodes.get(id)?.type.toLowerCase() ?? '';
      const wanted = {
        x: x.toFixed(1),
        y: y.toFixed(1),
        'text-anchor': anchor,
        class: `${type}${id === scene.center ? ' center' : ''}`,
      };
      for (const [name, value] of Object.entries(wanted))
        if (label.getAttribute(name) !== value) label.setAttribute(name, value);
      if (label.textContent !== text) label.textContent = text;
      if (this.#texts.get(id) === label) continue;
      this.#texts.set(id, label);
      this.#labels.append(label);
    }
  }

  #stopAt(id: string | null): void {
    if (id === null) return;
    this.#elements.get(this.#tabStop)?.setAttribute('tabindex', '-1');
    this.#elements.get(id)?.setAttribute('tabindex', '0');
    this.#tabStop = id;
  }
}

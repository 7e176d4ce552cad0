import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoomIdentity } from 'd3-zoom';
import { nearestIn } from './direction.js';
import { dragging, zooming } from './gestures.js';
import { LayoutRunner } from './layout-runner.js';
import { type LinkColours, paintLinks } from './links.js';
import { NodeLayer } from './node-layer.js';
import { sizer } from './sizes.js';
import type { GraphData, GraphEdge, GraphViewOptions, PlacedNode } from './types.js';

const MARGIN = 44;
const LARGEST_FIT = 2;
const SMALLEST_FIT = 0.2;
const ZOOM_STEP = 1.4;

/**
 * A graph in an element: links on a canvas, nodes as elements of SVG over it, so that they can be focused, read aloud and
 * tested. It knows nothing of where the data comes from. The layout is made in a worker and comes to rest.
 */
export class GraphView {
  readonly #root: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #layer: NodeLayer;
  readonly #layout: LayoutRunner;
  readonly #options: GraphViewOptions;
  readonly #zoom: ZoomBehavior<SVGSVGElement, unknown>;
  readonly #ending = new AbortController();
  readonly #resized: ResizeObserver;
  #nodes = new Map<string, PlacedNode>();
  #edges: readonly GraphEdge[] = [];
  #center = '';
  #transform: ZoomTransform = zoomIdentity;
  #selected: string | null = null;
  #hovered: string | null = null;
  /** Whether the reader has chosen what to look at; until then everything is kept in sight. */
  #moved = false;
  #frame = 0;

  constructor(root: HTMLElement, options: GraphViewOptions) {
    this.#root = root;
    this.#options = options;
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#layer = new NodeLayer(options);
    root.append(this.#canvas, this.#layer.svg);
    this.#zoom = zooming(this.#layer.svg, (transform, byReader) => {
      this.#transform = transform;
      if (byReader) this.#moved = true;
      this.#draw();
    });
    this.#layout = new LayoutRunner((settled) => {
      if (!this.#moved) this.#fitNow();
      this.#draw();
      if (settled) options.onSettled?.();
    });
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(root);
    this.#listen();
  }

  /** Shows other data. Nodes that were there stay in their places; newcomers start beside a neighbour. */
  show(data: GraphData): void {
    const radiusOf = sizer(data);
    const before = this.#nodes;
    const grown = before.size > 0 && this.#center === data.center;
    this.#center = data.center;
    this.#edges = data.edges;
    this.#nodes = new Map(
      data.nodes.map((node) => {
        const { x = Number.NaN, y = Number.NaN, pinned = false, hidden = false } = before.get(node.id) ?? {};
        return [node.id, { ...node, radius: radiusOf(node), x, y, pinned, hidden }];
      }),
    );
    if (this.#selected !== null && !this.#nodes.has(this.#selected)) this.#selected = null;
    this.#layer.show([...this.#nodes.values()], data.center);
    this.#layer.select(this.#selected);
    dragging(this.#layer.svg, (id, dx, dy) => this.#drag(id, dx, dy));
    this.#layout.run(this.#nodes, this.#edges, data.center, grown);
  }

  /** Chooses a node, as a click on it does; null takes the choice back. Tells nobody. */
  select(id: string | null): void {
    this.#selected = id !== null && this.#nodes.has(id) ? id : null;
    this.#layer.select(this.#selected);
    this.#draw();
  }

  /** Takes nodes out of sight without moving the others. */
  hide(ids: ReadonlySet<string>): void {
    for (const node of this.#nodes.values()) node.hidden = ids.has(node.id) && node.id !== this.#center;
    this.#draw();
  }

  /** Holds a node in its place when the layout is made anew, or lets it go. */
  pin(id: string, pinned: boolean): void {
    const node = this.#nodes.get(id);
    if (node) node.pinned = pinned;
    this.#layer.pin(id, pinned);
  }

  /** Puts the keyboard's focus on a node and brings it into sight. */
  focus(id: string): void {
    const node = this.#nodes.get(id);
    if (!node) return;
    const [x, y] = this.#transform.apply([node.x, node.y]);
    const { clientWidth: width, clientHeight: height } = this.#root;
    if (x < MARGIN || y < MARGIN || x > width - MARGIN || y > height - MARGIN) {
      const { k } = this.#transform;
      this.#moveTo(zoomIdentity.translate(width / 2 - node.x * k, height / 2 - node.y * k).scale(k));
    }
    this.#layer.focus(id);
  }

  /** Makes everything larger or smaller around the middle. */
  zoomBy(factor: number): void {
    this.#moved = true;
    select(this.#layer.svg).call(this.#zoom.scaleBy, factor);
  }

  /** Brings everything into sight. */
  fit(): void {
    this.#moved = false;
    this.#fitNow();
    this.#draw();
  }

  /** Where the nodes are now. */
  positions(): ReadonlyMap<string, Readonly<PlacedNode>> {
    return this.#nodes;
  }

  /** Takes the view out of its element. */
  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#ending.abort();
    this.#resized.disconnect();
    this.#layout.end();
    this.#root.replaceChildren();
  }

  #listen(): void {
    const { svg } = this.#layer;
    const { signal } = this.#ending;
    const idAt = (event: Event) => this.#layer.idAt(event.target);
    const on = <Name extends keyof SVGElementEventMap>(
      name: Name,
      listener: (event: SVGElementEventMap[Name]) => void,
    ) => svg.addEventListener(name, listener, { signal });
    on('click', (event) => this.#choose(idAt(event)));
    on('dblclick', (event) => this.#open(idAt(event)));
    on('pointerover', (event) => this.#hover(idAt(event)));
    on('pointerleave', () => this.#hover(null));
    on('focusin', (event) => this.#hover(idAt(event)));
    on('focusout', () => this.#hover(null));
    on('keydown', (event) => this.#key(event, idAt(event)));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#draw(), { signal });
  }

  #choose(id: string | null): void {
    if (id === this.#selected) return;
    this.select(id);
    this.#options.onSelect?.(this.#selected);
  }

  #open(id: string | null): void {
    if (id !== null) this.#options.onOpen?.(id);
  }

  #hover(id: string | null): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#draw();
    this.#options.onHover?.(id);
  }

  #key(event: KeyboardEvent, id: string | null): void {
    if (id === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const node = this.#nodes.get(id);
    const shown = [...this.#nodes.values()].filter(({ hidden }) => !hidden);
    const next = node && nearestIn(event.key, node, shown);
    if (next) this.focus(next.id);
    else if (event.key === 'Enter' || event.key === ' ') id === this.#selected ? this.#open(id) : this.#choose(id);
    else if (event.key === 'Escape') this.#choose(null);
    else if (event.key === '+' || event.key === '=') this.zoomBy(ZOOM_STEP);
    else if (event.key === '-') this.zoomBy(1 / ZOOM_STEP);
    else if (event.key === '0') this.fit();
    else if (!event.key.startsWith('Arrow')) {
      this.#options.onKey?.(event, id);
      return;
    }
    event.preventDefault();
  }

  #drag(id: string, dx: number, dy: number): void {
    const node = this.#nodes.get(id);
    if (!node) return;
    node.x += dx / this.#transform.k;
    node.y += dy / this.#transform.k;
    this.#moved = true;
    this.pin(id, true);
    this.#draw();
    this.#options.onMove?.(id);
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this.#root;
    const scale = devicePixelRatio || 1;
    this.#canvas.width = Math.round(width * scale);
    this.#canvas.height = Math.round(height * scale);
    this.#zoom.extent([
      [0, 0],
      [width, height],
    ]);
    if (!this.#moved) this.#fitNow();
    this.#draw();
  }

  #fitNow(): void {
    const places = [...this.#nodes.values()].filter(({ x, hidden }) => !Number.isNaN(x) && !hidden);
    const { clientWidth: width, clientHeight: height } = this.#root;
    if (places.length === 0 || width === 0) return;
    const reach = (of: (node: PlacedNode) => number) =>
      Math.max(60, ...places.map((node) => Math.abs(of(node)) + node.radius));
    // The centre stays in the middle.
    const k = Math.min(
      LARGEST_FIT,
      (width / 2 - MARGIN) / reach(({ x }) => x),
      (height / 2 - MARGIN / 2) / reach(({ y }) => y),
    );
    this.#moveTo(zoomIdentity.translate(width / 2, height / 2).scale(Math.max(SMALLEST_FIT, k)));
  }

  #moveTo(transform: ZoomTransform): void {
    select(this.#layer.svg).call(this.#zoom.transform, transform);
  }

  #draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const focus = this.#hovered ?? this.#selected;
      const style = getComputedStyle(this.#root);
      const colours: LinkColours = {
        quiet: style.getPropertyValue('--link-quiet'),
        strong: style.getPropertyValue('--link-strong'),
      };
      paintLinks(this.#canvas, this.#edges, this.#nodes, this.#transform, focus, colours);
      const { clientWidth: width, clientHeight: height } = this.#root;
      this.#layer.draw(this.#nodes, this.#edges, this.#transform, { focus, center: this.#center, width, height });
    });
  }
}

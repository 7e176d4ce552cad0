import { Camera } from './camera.js';
import { listenToGestures } from './gestures.js';
import { press } from './keys.js';
import { LayoutRunner } from './layout-runner.js';
import { LinkLayer } from './link-layer.js';
import { NodeLayer } from './node-layer.js';
import type { GraphViewOptions } from './options.js';
import { Painter } from './painter.js';
import type { Point } from './point.js';
import { pathPairs, quietness, type Scene } from './scene.js';
import { sizer } from './sizes.js';
import type { GraphData, GraphEdge, PlacedNode } from './types.js';

const NEW = { radius: 0, x: Number.NaN, y: Number.NaN, pinned: false, hidden: false, dimmed: false };

/**
 * A graph in an element: links on a canvas, nodes as elements of SVG over it, so that they can be focused, read aloud and
 * tested. It knows nothing of where the data comes from. The layout is made in a worker and comes to rest.
 */
export class GraphView {
  /** What the view is in. */
  readonly element: HTMLElement;
  readonly #links = new LinkLayer();
  readonly #layer: NodeLayer;
  readonly #painter: Painter;
  readonly #layout: LayoutRunner;
  readonly #options: GraphViewOptions;
  readonly #camera: Camera;
  readonly #ending = new AbortController();
  readonly #resized: ResizeObserver;
  #nodes = new Map<string, PlacedNode>();
  #edges: readonly GraphEdge[] = [];
  #center = '';
  #selected: string | null = null;
  #hovered: string | null = null;
  #path: readonly string[] = [];

  constructor(root: HTMLElement, options: GraphViewOptions) {
    this.element = root;
    this.#options = options;
    this.#layer = new NodeLayer(options);
    this.#painter = new Painter(this.#links, this.#layer, () => this.scene());
    root.append(...this.#links.canvases, this.#layer.svg);
    this.#camera = new Camera(root, () => this.#painter.draw());
    this.#layout = new LayoutRunner((settled) => {
      if (!this.#camera.moved) this.#camera.fit(this.#nodes.values());
      this.#painter.draw();
      if (settled) options.onSettled?.();
    });
    this.#resized = new ResizeObserver(() => this.#resize());
    this.#resized.observe(root);
    this.#listen();
  }

  /** Shows other data. Who was there keeps its place, newcomers start beside whom they came from, `pins` never move. */
  show(data: GraphData, pins: ReadonlyMap<string, Point> = new Map()): void {
    const radiusOf = sizer(data);
    const before = this.#nodes;
    const grown = before.size > 0 && this.#center === data.center;
    this.#center = data.center;
    this.#edges = data.edges;
    this.#nodes = new Map(
      data.nodes.map((node) => {
        const { radius: _, ...state } = before.get(node.id) ?? NEW;
        return [node.id, { ...state, ...node, radius: radiusOf(node) }];
      }),
    );
    if (this.#selected !== null && !this.#nodes.has(this.#selected)) this.#selected = null;
    this.#layer.show([...this.#nodes.values()], data.center);
    this.#layer.select(this.#selected);
    this.pin(pins);
    const { clientWidth: width, clientHeight: height } = this.element;
    this.#layout.run(this.#nodes, this.#edges, { center: data.center, grown, upright: height > width });
  }

  /** Chooses a node, as a click on it does; null takes the choice back. Tells nobody. */
  select(id: string | null): void {
    this.#selected = id !== null && this.#nodes.has(id) ? id : null;
    this.#layer.select(this.#selected);
    this.#painter.draw();
  }

  /** Takes nodes out of sight without moving the others. */
  hide(ids: ReadonlySet<string>): void {
    for (const node of this.#nodes.values()) node.hidden = ids.has(node.id) && node.id !== this.#center;
    this.#painter.draw();
  }

  /** Lets nodes nearly vanish without moving any; arrows pass them over. */
  dim(ids: ReadonlySet<string>): void {
    for (const node of this.#nodes.values()) node.dimmed = ids.has(node.id) && node.id !== this.#center;
    this.#painter.draw();
  }

  /** Makes a way from node to node stand out; an empty one takes it back. */
  trace(path: readonly string[]): void {
    this.#path = path;
    this.#painter.draw();
  }

  /** Holds nodes in places of the layout, and lets all others go. */
  pin(places: ReadonlyMap<string, Point>): void {
    for (const node of this.#nodes.values()) {
      const place = places.get(node.id);
      node.pinned = place !== undefined;
      if (place) Object.assign(node, { x: place.x, y: place.y });
      this.#layer.pin(node.id, node.pinned);
    }
    this.#painter.draw();
  }

  /** Puts the keyboard's focus on a node and brings it into sight. */
  focus(id: string): void {
    const node = this.#nodes.get(id);
    if (!node) return;
    this.#camera.reveal(node);
    this.#layer.focus(id);
  }

  /** Moves to a node, near enough to see it well. */
  flyTo(id: string): void {
    const node = this.#nodes.get(id);
    if (node) this.#camera.flyTo(node);
  }

  /** Makes everything larger or smaller around the middle. */
  zoomBy(factor: number): void {
    this.#camera.zoomBy(factor);
  }

  /** Brings everything into sight. */
  fit(): void {
    this.#camera.moved = false;
    this.#camera.fit(this.#nodes.values());
    this.#painter.draw();
  }

  /** Where the nodes are now. */
  positions(): ReadonlyMap<string, Readonly<PlacedNode>> {
    return this.#nodes;
  }

  /** What is in sight now, for a picture of it. */
  scene(): Scene {
    return {
      nodes: this.#nodes,
      edges: this.#edges,
      center: this.#center,
      transform: this.#camera.transform,
      focus: this.#hovered ?? this.#selected,
      dragged: this.#painter.dragged,
      quiet: quietness(this.#edges),
      path: this.#path,
      pairs: pathPairs(this.#path),
      width: this.element.clientWidth,
      height: this.element.clientHeight,
    };
  }

  /** Takes the view out of its element. */
  destroy(): void {
    this.#painter.end();
    this.#camera.end();
    this.#ending.abort();
    this.#resized.disconnect();
    this.#layout.end();
    this.element.replaceChildren();
  }

  #listen(): void {
    const { svg } = this.#layer;
    const options = this.#options;
    const { signal } = this.#ending;
    const idAt = (event: Event) => this.#layer.idAt(event.target);
    listenToGestures(
      svg,
      {
        idAt: (target) => this.#layer.idAt(target),
        onPan: (dx, dy) => this.#camera.panBy(dx, dy),
        onZoom: (factor, around) => this.#camera.zoomBy(factor, around),
        onDrag: (id, dx, dy) => this.#drag(id, dx, dy),
        onDrop: (id) => {
          this.#painter.drag(null);
          options.onMove?.(id);
        },
      },
      signal,
    );
    const on = <Name extends keyof SVGElementEventMap>(
      name: Name,
      listener: (event: SVGElementEventMap[Name]) => void,
    ) => svg.addEventListener(name, listener, { signal });
    on('click', (event) => this.#choose(idAt(event), 'pointer'));
    on('dblclick', (event) => {
      const id = idAt(event);
      if (id !== null) options.onOpen?.(id);
    });
    on('pointerover', (event) => this.#hover(idAt(event)));
    on('pointerleave', () => this.#hover(null));
    on('focusin', (event) => this.#hover(idAt(event)));
    on('focusout', () => this.#hover(null));
    on('keydown', (event) => this.#key(event, idAt(event)));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#painter.draw(), { signal });
  }

  #choose(id: string | null, by: 'pointer' | 'keyboard'): void {
    if (id === this.#selected && by === 'pointer') return;
    this.select(id);
    this.#options.onSelect?.(this.#selected, by);
  }

  #hover(id: string | null): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#painter.draw();
    this.#options.onHover?.(id);
  }

  #key(event: KeyboardEvent, id: string | null): void {
    if (id === null) return;
    const { onOpen, staysOpen } = this.#options;
    press(event, id, {
      nodes: () => [...this.#nodes.values()].filter(({ hidden, dimmed }) => !hidden && !dimmed),
      focus: (next) => this.focus(next),
      enter: () => (id === this.#selected && onOpen && !staysOpen ? onOpen(id) : this.#choose(id, 'keyboard')),
      leave: () => this.#choose(null, 'keyboard'),
      zoomBy: (factor) => this.zoomBy(factor),
      fit: () => this.fit(),
      other: (pressed) => this.#options.onKey?.(pressed, id),
    });
  }

  #drag(id: string, dx: number, dy: number): void {
    const node = this.#nodes.get(id);
    if (!node) return;
    node.x += dx / this.#camera.transform.k;
    node.y += dy / this.#camera.transform.k;
    node.pinned = true;
    this.#camera.moved = true;
    this.#layer.pin(id, true);
    this.#painter.drag(id);
  }

  #resize(): void {
    this.#links.resize(this.element.clientWidth, this.element.clientHeight);
    if (!this.#camera.moved) this.#camera.fit(this.#nodes.values());
    this.#painter.draw();
  }
}

import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoomIdentity } from 'd3-zoom';
import { zooming } from './gestures.js';
import type { PlacedNode, Point } from './types.js';

const MARGIN = 44;
const LARGEST_FIT = 2;
const SMALLEST_FIT = 0.2;
/** How close a flight ends at least. */
const CLOSE = 1.2;
/** How long a flight takes, in milliseconds. */
const FLIGHT = 450;

/** Which part of a graph is in sight, and how large. */
export class Camera {
  transform: ZoomTransform = zoomIdentity;
  /** Whether the reader has chosen what to look at; until then everything is kept in sight. */
  moved = false;
  readonly #svg: SVGSVGElement;
  readonly #zoom: ZoomBehavior<SVGSVGElement, unknown>;
  #flight = 0;

  /** `onMove` is called whenever something else is in sight. */
  constructor(svg: SVGSVGElement, onMove: () => void) {
    this.#svg = svg;
    this.#zoom = zooming(svg, (transform, byReader) => {
      this.transform = transform;
      if (byReader) {
        this.moved = true;
        cancelAnimationFrame(this.#flight);
      }
      onMove();
    });
  }

  resize(width: number, height: number): void {
    this.#zoom.extent([
      [0, 0],
      [width, height],
    ]);
  }

  zoomBy(factor: number): void {
    this.moved = true;
    select(this.#svg).call(this.#zoom.scaleBy, factor);
  }

  /** Brings all that is shown into sight, the centre in the middle. */
  fit(nodes: Iterable<PlacedNode>): void {
    const places = [...nodes].filter(({ x, hidden }) => !Number.isNaN(x) && !hidden);
    const { clientWidth: width, clientHeight: height } = this.#svg;
    if (places.length === 0 || width === 0) return;
    const reach = (of: (node: PlacedNode) => number) =>
      Math.max(60, ...places.map((node) => Math.abs(of(node)) + node.radius));
    const k = Math.min(
      LARGEST_FIT,
      (width / 2 - MARGIN) / reach(({ x }) => x),
      (height / 2 - MARGIN / 2) / reach(({ y }) => y),
    );
    this.#moveTo(zoomIdentity.translate(width / 2, height / 2).scale(Math.max(SMALLEST_FIT, k)));
  }

  /** Brings a place into sight where it is not. */
  reveal(point: Point): void {
    const [x, y] = this.transform.apply([point.x, point.y]);
    const { clientWidth: width, clientHeight: height } = this.#svg;
    if (x < MARGIN || y < MARGIN || x > width - MARGIN || y > height - MARGIN)
      this.#moveTo(this.#around(point, this.transform.k));
  }

  /** Moves to a place, near enough to see it well; at once for those who want no motion. */
  flyTo(point: Point): void {
    this.moved = true;
    cancelAnimationFrame(this.#flight);
    const from = this.transform;
    const to = this.#around(point, Math.max(from.k, CLOSE));
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#moveTo(to);
      return;
    }
    const start = performance.now();
    const step = () => {
      const part = Math.min(1, (performance.now() - start) / FLIGHT);
      const eased = part * part * (3 - 2 * part);
      const between = (a: number, b: number) => a + (b - a) * eased;
      const [x, y, k] = [between(from.x, to.x), between(from.y, to.y), between(from.k, to.k)];
      this.#moveTo(zoomIdentity.translate(x, y).scale(k));
      if (part < 1) this.#flight = requestAnimationFrame(step);
    };
    step();
  }

  end(): void {
    cancelAnimationFrame(this.#flight);
  }

  #around({ x, y }: Point, k: number): ZoomTransform {
    const { clientWidth: width, clientHeight: height } = this.#svg;
    return zoomIdentity.translate(width / 2 - x * k, height / 2 - y * k).scale(k);
  }

  #moveTo(transform: ZoomTransform): void {
    select(this.#svg).call(this.#zoom.transform, transform);
  }
}

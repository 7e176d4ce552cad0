import type { Point } from './point.js';
import { Transform } from './transform.js';
import type { PlacedNode } from './types.js';

const LARGEST = 6;
const SMALLEST = 0.2;
const MARGIN = 44;
const LARGEST_FIT = 2;
/** How close a flight ends at least. */
const CLOSE = 1.2;
/** How long a flight takes, in milliseconds. */
const FLIGHT = 450;

/** Which part of a graph is in sight, and how large. */
export class Camera {
  transform = new Transform();
  /** Whether the reader has chosen what to look at; until then everything is kept in sight. */
  moved = false;
  readonly #root: Element;
  readonly #onMove: () => void;
  #flight = 0;

  /** `onMove` is called whenever something else is in sight. */
  constructor(root: Element, onMove: () => void) {
    this.#root = root;
    this.#onMove = onMove;
  }

  panBy(dx: number, dy: number): void {
    this.#byReader();
    this.#moveTo(this.transform.movedBy(dx, dy));
  }

  /** Makes everything larger or smaller, around a pixel or the middle. */
  zoomBy(factor: number, around: Point = this.#middle()): void {
    this.#byReader();
    const k = Math.min(LARGEST, Math.max(SMALLEST, this.transform.k * factor));
    this.#moveTo(this.transform.scaledTo(k, around));
  }

  /** Brings all that is shown into sight, the centre in the middle. */
  fit(nodes: Iterable<PlacedNode>): void {
    const places = [...nodes].filter(({ x, hidden }) => !Number.isNaN(x) && !hidden);
    const { clientWidth: width, clientHeight: height } = this.#root;
    if (places.length === 0 || width === 0) return;
    const reach = (of: (node: PlacedNode) => number) =>
      Math.max(60, ...places.map((node) => Math.abs(of(node)) + node.radius));
    const k = Math.min(
      LARGEST_FIT,
      (width / 2 - MARGIN) / reach(({ x }) => x),
      (height / 2 - MARGIN / 2) / reach(({ y }) => y),
    );
    this.#moveTo(this.#around({ x: 0, y: 0 }, Math.max(SMALLEST, k)));
  }

  /** Brings a place into sight where it is not. */
  reveal(point: Point): void {
    const [x, y] = [this.transform.applyX(point.x), this.transform.applyY(point.y)];
    const { clientWidth: width, clientHeight: height } = this.#root;
    if (x < MARGIN || y < MARGIN || x > width - MARGIN || y > height - MARGIN)
      this.#moveTo(this.#around(point, this.transform.k));
  }

  /** Moves to a place, near enough to see it well; at once for those who want no motion. */
  flyTo(point: Point): void {
    this.#byReader();
    const from = this.transform;
    const to = this.#around(point, Math.max(from.k, CLOSE));
    const start = performance.now();
    const length = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FLIGHT;
    const step = () => {
      const part = length === 0 ? 1 : Math.min(1, (performance.now() - start) / length);
      const eased = part * part * (3 - 2 * part);
      const between = (a: number, b: number) => a + (b - a) * eased;
      this.#moveTo(new Transform(between(from.x, to.x), between(from.y, to.y), between(from.k, to.k)));
      if (part < 1) this.#flight = requestAnimationFrame(step);
    };
    step();
  }

  /** Ends what is under way. */
  end(): void {
    cancelAnimationFrame(this.#flight);
  }

  #byReader(): void {
    this.moved = true;
    this.end();
  }

  #middle(): Point {
    return { x: this.#root.clientWidth / 2, y: this.#root.clientHeight / 2 };
  }

  #around({ x, y }: Point, k: number): Transform {
    const middle = this.#middle();
    return new Transform(middle.x - x * k, middle.y - y * k, k);
  }

  #moveTo(transform: Transform): void {
    this.transform = transform;
    this.#onMove();
  }
}

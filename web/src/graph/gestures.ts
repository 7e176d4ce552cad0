import type { Point } from './point.js';

/** Moving no farther than this is a click, in pixels. */
const CLICK = 4;
/** How much larger everything gets for each pixel that a wheel turns, in powers of e. */
const WHEEL = 0.0016;
/** Pinching on a touch pad comes as a wheel of small turns with Ctrl. */
const PAD = 6;
const LINE = 16;

/** What a reader does with pointer and wheel. Distances in pixels. */
export interface GestureEvents {
  /** The node at an event. */
  idAt(target: EventTarget | null): string | null;
  onPan(dx: number, dy: number): void;
  onZoom(factor: number, around: Point): void;
  onDrag(id: string, dx: number, dy: number): void;
  onDrop(id: string): void;
}

interface Grip {
  readonly pointer: number;
  /** The node that is dragged; null where the ground is. */
  readonly id: string | null;
  readonly start: Point;
  last: Point;
  moved: boolean;
}

const at = ({ clientX: x, clientY: y }: { readonly clientX: number; readonly clientY: number }): Point => ({ x, y });

/**
 * Listens to mouse, pen, fingers and wheel. The page stays scrollable under a wheel and a finger, unless the graph is what
 * the reader is at: it takes a wheel with Ctrl or ⌘ or while the focus is in it, and two fingers.
 */
export function listenToGestures(svg: SVGSVGElement, events: GestureEvents, signal: AbortSignal): void {
  dragByMouse(svg, events, signal);
  pinchByFingers(svg, events, signal);
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey && !svg.contains(document.activeElement)) return;
    event.preventDefault();
    const turned =
      event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1) * (event.ctrlKey ? PAD : 1);
    events.onZoom(Math.exp(-Math.max(-300, Math.min(300, turned)) * WHEEL), inside(svg, at(event)));
  };
  svg.addEventListener('wheel', onWheel, { signal, passive: false });
}

const inside = (svg: SVGSVGElement, { x, y }: Point): Point => {
  const { left, top } = svg.getBoundingClientRect();
  return { x: x - left, y: y - top };
};

function dragByMouse(svg: SVGSVGElement, events: GestureEvents, signal: AbortSignal): void {
  let grip: Grip | null = null;
  /** The click that ends a drag is none. */
  let clickless = false;
  const on = <Name extends keyof SVGElementEventMap>(name: Name, listener: (event: SVGElementEventMap[Name]) => void) =>
    svg.addEventListener(name, listener, { signal, capture: true });
  on('pointerdown', (event) => {
    clickless = false;
    if (event.pointerType === 'touch' || event.button !== 0 || event.ctrlKey) return;
    grip = { pointer: event.pointerId, id: events.idAt(event.target), start: at(event), last: at(event), moved: false };
  });
  on('pointermove', (event) => {
    if (grip?.pointer !== event.pointerId) return;
    const { x, y } = at(event);
    if (!grip.moved && Math.hypot(x - grip.start.x, y - grip.start.y) <= CLICK) return;
    if (!grip.moved) svg.setPointerCapture(event.pointerId);
    grip.moved = true;
    const [dx, dy] = [x - grip.last.x, y - grip.last.y];
    grip.last = { x, y };
    if (grip.id === null) events.onPan(dx, dy);
    else events.onDrag(grip.id, dx, dy);
  });
  const end = (event: PointerEvent) => {
    if (grip?.pointer !== event.pointerId) return;
    const { moved, id } = grip;
    grip = null;
    clickless = moved;
    if (moved && id !== null) events.onDrop(id);
  };
  on('pointerup', end);
  on('pointercancel', end);
  on('click', (event) => {
    if (!clickless) return;
    clickless = false;
    event.stopImmediatePropagation();
  });
}

function pinchByFingers(svg: SVGSVGElement, { onPan, onZoom }: GestureEvents, signal: AbortSignal): void {
  let before: { readonly middle: Point; readonly apart: number } | null = null;
  const look = ({ touches }: TouchEvent) => {
    const [one, other] = touches;
    if (!one || !other) return null;
    const [a, b] = [inside(svg, at(one)), inside(svg, at(other))];
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart: Math.hypot(a.x - b.x, a.y - b.y) };
  };
  const follow = (event: TouchEvent) => {
    const now = look(event);
    if (now) event.preventDefault();
    if (now && before) {
      onPan(now.middle.x - before.middle.x, now.middle.y - before.middle.y);
      if (before.apart > 0) onZoom(now.apart / before.apart, now.middle);
    }
    before = now;
  };
  for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
    svg.addEventListener(name, follow, { signal, passive: false });
}

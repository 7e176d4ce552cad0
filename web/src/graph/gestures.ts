import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom } from 'd3-zoom';

const SCALES: [number, number] = [0.2, 6];
/** Moving no farther than this is a click, in pixels. */
const CLICK = 4;

/** Zooming and panning of a view; `onZoom` learns the new transform, and whether the reader did it. */
export function zooming(
  svg: SVGSVGElement,
  onZoom: (transform: ZoomTransform, byReader: boolean) => void,
): ZoomBehavior<SVGSVGElement, unknown> {
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent(SCALES)
    // The page stays scrollable under a wheel and a finger, unless the graph is what the reader is at.
    .filter((event: Event) => {
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || svg.contains(document.activeElement);
      if ('touches' in event) return (event.touches as TouchList).length > 1;
      return event.type !== 'dblclick' && !(event as MouseEvent).button;
    })
    .on('zoom', ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: Event | null }) =>
      onZoom(transform, sourceEvent !== null),
    );
  select(svg).call(behaviour);
  return behaviour;
}

/** What a drag tells: which node went how many pixels, and where it was let go. */
interface DragEvents {
  onDrag(id: string, dx: number, dy: number): void;
  onDrop(id: string): void;
}

/** Lets the mouse drag the nodes in `svg`. */
export function dragging(svg: SVGSVGElement, { onDrag, onDrop }: DragEvents): void {
  let moved = false;
  const idOf = ({ dataset }: SVGGElement) => dataset.id ?? '';
  const behaviour = drag<SVGGElement, unknown>()
    .filter((event: Event) => event instanceof MouseEvent && !event.ctrlKey && !event.button)
    .touchable(false)
    .clickDistance(CLICK)
    .on('start', () => {
      moved = false;
    })
    .on('drag', function ({ dx, dy }: { dx: number; dy: number }) {
      moved = true;
      onDrag(idOf(this), dx, dy);
    })
    .on('end', function () {
      if (moved) onDrop(idOf(this));
    });
  select(svg).selectAll<SVGGElement, unknown>('.node').call(behaviour);
}

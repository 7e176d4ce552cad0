import { useEffect, useRef } from 'preact/hooks';
import { GraphView } from '../graph/graph-view.js';
import { nodeInWords } from '../graph/sentences.js';
import type { Explored } from './use-explored.js';
import type { Pin } from './view.js';

/** What may be done to a node in the graph. */
export interface StageEvents {
  onSelect(id: string | null, by: 'pointer' | 'keyboard'): void;
  onExpand(id: string): void;
  onHide(id: string): void;
  onPin(id: string, at: Pin | null): void;
  onRecentre(id: string): void;
}

interface Props extends StageEvents {
  readonly graph: Explored;
  readonly gone: ReadonlySet<string>;
  readonly dimmed: ReadonlySet<string>;
  readonly selected: string | null;
  readonly pinned: readonly Pin[];
  readonly path: readonly string[];
  /** Takes the view, so that others may steer it; null when it ends. */
  onView(view: GraphView | null): void;
}

const HELP =
  'Arrow keys go from node to node, Enter tells more, E adds neighbours, H hides, P pins, C makes it the centre, plus, minus and 0 zoom.';

/** The drawing. The view is made once; everything else is told to it. */
export function Stage(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<GraphView | null>(null);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (!place.current) return;
    const element = place.current;
    const pinOf = (id: string): Pin | null => {
      const node = view.current?.positions().get(id);
      return node ? { id, x: node.x, y: node.y } : null;
    };
    view.current = new GraphView(element, {
      label: `Graph around ${props.graph.center.label}. ${HELP}`,
      describe: nodeInWords,
      staysOpen: true,
      onSelect: (id, by) => latest.current.onSelect(id, by),
      onOpen: (id) => latest.current.onExpand(id),
      onMove: (id) => latest.current.onPin(id, pinOf(id)),
      onKey: ({ key }, id) => {
        const { pinned, onExpand, onHide, onPin, onRecentre } = latest.current;
        const pressed = key.toLowerCase();
        if (pressed === 'e') onExpand(id);
        else if (pressed === 'h' || key === 'Delete') onHide(id);
        else if (pressed === 'c') onRecentre(id);
        else if (pressed === 'p') onPin(id, pinned.some((pin) => pin.id === id) ? null : pinOf(id));
      },
      onSettled: () => element.setAttribute('data-settled', ''),
    });
    latest.current.onView(view.current);
    return () => {
      latest.current.onView(null);
      view.current?.destroy();
      view.current = null;
    };
  }, []);
  const { graph, gone, dimmed, selected, pinned, path } = props;
  useEffect(() => {
    place.current?.removeAttribute('data-settled');
    view.current?.show({ center: graph.center.id, nodes: graph.nodes, edges: graph.edges }, placesOf(pinned));
  }, [graph]);
  useEffect(() => view.current?.hide(gone), [gone, graph]);
  useEffect(() => view.current?.dim(dimmed), [dimmed, graph]);
  useEffect(() => view.current?.select(selected), [selected, graph]);
  useEffect(() => view.current?.trace(path), [path, graph]);
  useEffect(() => view.current?.pin(placesOf(pinned)), [pinned.map(({ id, x, y }) => `${id} ${x} ${y}`).join()]);
  return <div class="graph-view" ref={place} />;
}

const placesOf = (pinned: readonly Pin[]) => new Map(pinned.map((pin) => [pin.id, pin]));

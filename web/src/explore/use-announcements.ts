import { useEffect, useRef, useState } from 'preact/hooks';
import { nameOf } from '../text/node.js';
import { counted } from '../text/words.js';
import type { Exploration } from './use-explored.js';
import type { View } from './view.js';

/** What just happened in the graph, in a sentence for those who do not see it. */
export function useAnnouncements({ graph, path, busy }: Exploration, view: View): string {
  const [said, setSaid] = useState('');
  const before = useRef<{ readonly center: string; readonly nodes: number; readonly view: View } | null>(null);
  useEffect(() => {
    if (!graph || busy) return;
    const old = before.current;
    const nameOfId = (id: string | undefined) => graph.nodes.find((node) => node.id === id)?.label ?? 'A node';
    before.current = { center: graph.center.id, nodes: graph.nodes.length, view };
    if (old?.center !== graph.center.id)
      return setSaid(`Graph around ${graph.center.label}: ${counted(graph.nodes.length - 1, 'node')}.`);
    const last = graph.grown.at(-1);
    if (view.opened.length > old.view.opened.length && last)
      return setSaid(
        last.added > 0
          ? `${counted(last.added, 'node')} added around ${nameOfId(last.id)}.`
          : graph.full
            ? 'The graph is full: nothing was added.'
            : `Nothing more to add around ${nameOfId(last.id)}.`,
      );
    if (view.hidden.length > old.view.hidden.length) return setSaid(`${nameOfId(view.hidden.at(-1))} hidden.`);
    if (view.hidden.length < old.view.hidden.length) return setSaid('Shown again.');
    if (view.pinned.length > old.view.pinned.length) return setSaid(`${nameOfId(view.pinned.at(-1)?.id)} pinned.`);
    if (view.pinned.length < old.view.pinned.length) return setSaid('No longer pinned.');
    if (view.path !== null && view.path !== old.view.path && path !== undefined)
      return setSaid(
        path === null
          ? 'There is no path.'
          : `A path of ${counted(path.length, 'step')}: ${path.nodes.map(nameOf).join(', ')}.`,
      );
    if (graph.nodes.length !== old.nodes) setSaid(`${counted(graph.nodes.length - 1, 'node')} shown.`);
  }, [graph, busy, view]);
  return said;
}

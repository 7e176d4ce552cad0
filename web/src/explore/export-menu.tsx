import { useEffect, useRef } from 'preact/hooks';
import { SliceDocument } from '../gen/graphql.js';
import type { GraphView } from '../graph/graph-view.js';
import { save } from './download.js';
import type { PartProps } from './parts.js';
import { exportAddress, graphiqlAddress, sliceVariables } from './slice-params.js';

const FILES = [
  { name: 'JSON', format: 'json', more: {} },
  { name: 'GraphML', format: 'graphml', more: {} },
  { name: 'GEXF, for Gephi', format: 'gexf', more: {} },
  { name: 'CSV of the links', format: 'csv', more: { part: 'edges' } },
  { name: 'CSV of the nodes', format: 'csv', more: { part: 'nodes' } },
] as const;

/** Ways to take the graph along. Without a stage there is no picture. */
export function ExportMenu({ graph, view, stage }: PartProps & { readonly stage: GraphView | null }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const { id, label } = graph.center;
  useEffect(() => {
    const close = (event: Event) => {
      if (menu.current?.open && !menu.current.contains(event.target as Node)) menu.current.open = false;
    };
    addEventListener('pointerdown', close);
    return () => removeEventListener('pointerdown', close);
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return;
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
    event.stopPropagation();
  };
  const picture = async (kind: 'png' | 'svg') => {
    if (!stage) return;
    const { pictureAsPng, pictureAsSvg } = await import('./picture.js');
    const blob = kind === 'png' ? await pictureAsPng(stage) : pictureAsSvg(stage, `Around ${label}`);
    save(blob, `Around ${label}.${kind}`);
  };
  return (
    <details class="menu" ref={menu} onKeyDown={onKeyDown}>
      <summary class="button">Export</summary>
      <div class="menu-body">
        {stage && (
          <>
            <h2>Picture of what is shown</h2>
            <button type="button" class="link" onClick={() => picture('png')}>
              PNG
            </button>
            <button type="button" class="link" onClick={() => picture('svg')}>
              SVG
            </button>
          </>
        )}
        <h2>Data of these filters</h2>
        {FILES.map(({ name, format, more }) => (
          <a key={name} href={exportAddress(id, view, format, more)} download>
            {name}
          </a>
        ))}
        <p class="quiet small">As the server ranks it: without what was added, hidden or found by name.</p>
        <h2>Query</h2>
        <a href={graphiqlAddress(SliceDocument.toString().trim(), sliceVariables(id, view))}>
          Open this query in GraphiQL
        </a>
      </div>
    </details>
  );
}

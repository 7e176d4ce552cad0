import '../styles/explore.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { GraphView } from '../graph/graph-view.js';
import { KindSign } from '../parts/kind.js';
import { Failed, FailedPage, NotFound, Skeleton } from '../parts/state.js';
import { useTitle } from '../parts/title.js';
import { useLocation } from '../router.js';
import { type Actions, actionsOn } from './actions.js';
import { ExportMenu } from './export-menu.js';
import { sift } from './filtering.js';
import { Filters } from './filters.js';
import { Legend } from './legend.js';
import { ModeSwitch } from './mode-switch.js';
import { Overview } from './overview.js';
import { Panel } from './panel.js';
import { Stage } from './stage.js';
import { NodeTable } from './table.js';
import { Trail } from './trail.js';
import { useAnnouncements } from './use-announcements.js';
import { type Explored, useExplored } from './use-explored.js';
import { readView, type View } from './view.js';
import { wayOf, waysTo } from './ways.js';

/** The full explorer around a node. The address holds all of it. */
export function Explorer({ id }: { readonly id: string }) {
  const { query } = useLocation();
  const search = query.toString();
  const view = useMemo(() => readView(query), [search]);
  const exploration = useExplored(id, view);
  const { graph, missing, failure, retry, busy } = exploration;
  useTitle(graph ? `Around ${graph.center.label}` : null);
  const said = useAnnouncements(exploration, view);
  if (missing && !busy) return <NotFound what="node" id={id} />;
  if (!graph)
    return <div class="explorer">{failure ? <FailedPage failure={failure} retry={retry} /> : <Waiting />}</div>;
  return (
    <div class="explorer" aria-busy={busy}>
      {failure && <Failed failure={failure} retry={retry} />}
      <Exploring id={id} graph={graph} view={view} path={exploration.path} />
      <p class="unseen" role="status">
        {said}
      </p>
    </div>
  );
}

const Waiting = () => (
  <>
    <Skeleton lines={2} label="Loading the graph" />
    <div class="explorer-body">
      <div class="explorer-main">
        <div class="graph-view" />
      </div>
      <div class="explorer-side">
        <div class="skeleton">
          <div class="bar" />
          <div class="bar" />
          <div class="bar" />
        </div>
      </div>
    </div>
  </>
);

interface Props {
  readonly id: string;
  readonly graph: Explored;
  readonly view: View;
  readonly path: ReturnType<typeof useExplored>['path'];
}

function Exploring({ id, graph, view, path }: Props) {
  const center = graph.center.id;
  // The address may name the centre by another identifier.
  const actions: Actions = useMemo(() => actionsOn(id), [id]);
  const [stage, setStage] = useState<GraphView | null>(null);
  const side = useRef<HTMLDivElement>(null);
  const byKeyboard = useRef(false);
  const sifted = useMemo(() => sift(center, graph.nodes, graph.edges, view, graph.matches), [graph, view]);
  const next = useMemo(() => waysTo(center, graph.edges, sifted.gone), [graph, sifted]);
  const known = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node])), [graph]);
  const selected = view.selected !== null && known.has(view.selected) ? view.selected : null;
  const found = path?.nodes.map(({ id: node }) => node);
  const way = useMemo(
    () => found ?? (selected === null ? [] : wayOf(selected, next)),
    [found?.join('\n'), selected, next],
  );
  const select = useCallback(
    (node: string | null, by: 'pointer' | 'keyboard' = 'pointer') => {
      byKeyboard.current = by === 'keyboard';
      if (node !== view.selected) actions.select(node);
      else if (node !== null) side.current?.focus();
    },
    [actions, view.selected],
  );
  useEffect(() => {
    if (selected !== null && byKeyboard.current) side.current?.focus();
    // Where what was chosen comes up from below, the graph moves up to stay in sight.
    if (selected !== null && matchMedia('(max-width: 60rem)').matches)
      stage?.element.scrollIntoView({ block: 'start' });
    byKeyboard.current = false;
  }, [selected, stage]);
  const close = () => {
    const node = selected;
    select(null);
    if (node !== null) stage?.focus(node);
  };
  const events = {
    onSelect: select,
    onExpand: actions.expand,
    onHide: actions.hide,
    onPin: actions.pin,
    onRecentre: actions.recentre,
  };
  const parts = { id, graph, view, actions, sifted, known, next };
  return (
    <>
      <header class="explorer-head">
        <Trail trail={view.trail} center={graph.center} />
        <div class="explorer-title">
          <h1>
            <KindSign kind={graph.center.type} size={18} /> {graph.center.label}
          </h1>
          <div class="explorer-tools">
            <ModeSwitch mode={view.mode} onChange={(mode) => actions.change({ mode })} />
            <ExportMenu {...parts} stage={view.mode === 'graph' ? stage : null} />
          </div>
        </div>
        <Filters {...parts} onFly={(node) => stage?.flyTo(node)} />
      </header>
      <div class="explorer-body">
        <div class="explorer-main">
          {view.mode === 'graph' ? (
            <>
              <Stage
                {...events}
                {...sifted}
                graph={graph}
                selected={selected}
                pinned={view.pinned}
                path={way}
                onView={setStage}
              />
              <Zoom stage={stage} />
            </>
          ) : (
            <NodeTable {...parts} selected={selected} onSelect={select} />
          )}
          <Legend {...parts} />
        </div>
        <section
          class={selected === null ? 'explorer-side' : 'explorer-side chosen'}
          ref={side}
          tabIndex={-1}
          aria-label={selected === null ? 'About this graph' : 'About what was chosen'}
          onKeyDown={(event) => event.key === 'Escape' && selected !== null && close()}
        >
          {selected === null ? (
            <Overview {...parts} path={path} />
          ) : (
            <Panel {...parts} key={selected} selected={selected} path={path} stage={stage} onClose={close} />
          )}
        </section>
      </div>
    </>
  );
}

const Zoom = ({ stage }: { readonly stage: GraphView | null }) => (
  <div class="graph-zoom">
    <button type="button" class="icon-button" aria-label="Larger" onClick={() => stage?.zoomBy(1.4)}>
      +
    </button>
    <button type="button" class="icon-button" aria-label="Smaller" onClick={() => stage?.zoomBy(1 / 1.4)}>
      −
    </button>
    <button type="button" class="icon-button wide" onClick={() => stage?.fit()}>
      Fit
    </button>
  </div>
);

import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { SliceDocument, type SliceQuery } from '../gen/graphql.js';
import type { GraphView } from '../graph/graph-view.js';
import { KINDS, kindName, nodeInWords } from '../graph/sentences.js';
import { explorerOf, type Kind, pathOf } from '../route.js';
import { navigate } from '../router.js';
import { figure } from '../text/words.js';
import { useQuery } from '../use-query.js';
import { Connection } from './connection.js';
import { KindSign } from './kind.js';
import { Failed, Section, Skeleton } from './state.js';

const loadView = () => import('../graph/graph-view.js');

type Slice = NonNullable<SliceQuery['neighbourhood']>;

interface Props {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly limits?: {
    readonly works: number;
    readonly topics: number;
    readonly institutions: number;
    readonly researchers: number;
  };
  /** What stands beside the graph while nothing is chosen in it. */
  readonly children: ComponentChildren;
}

/** A node in context: the graph around it, and beside it the same as lists, or what was chosen. */
export function GraphSection({
  id,
  name,
  title,
  limits = { works: 24, topics: 10, institutions: 8, researchers: 25 },
  children,
}: Props) {
  const { data, failure, loading, retry } = useQuery(SliceDocument, { id, limits });
  const [selected, setSelected] = useState<string | null>(null);
  const slice = data?.neighbourhood ?? null;
  // The script comes while the graph is asked for.
  useEffect(() => void loadView(), []);
  return (
    <Section
      id="graph"
      title={title}
      note={
        <p class="section-note">
          <a href={explorerOf(id)}>Open the full explorer</a>
        </p>
      }
    >
      <div class="graph-layout">
        <div class="graph-side">
          {selected !== null ? (
            <Connection center={id} id={selected} name={name} onClose={() => setSelected(null)} />
          ) : (
            children
          )}
        </div>
        <div class="graph-main">
          {failure && <Failed failure={failure} retry={retry} />}
          {loading && !slice && (
            <div class="graph-view">
              <Skeleton lines={0} label="Loading the graph" />
            </div>
          )}
          {slice && slice.nodes.length > 1 && (
            <Drawing slice={slice} name={name} selected={selected} onSelect={setSelected} />
          )}
          {slice && slice.nodes.length <= 1 && <p class="empty">Nothing in the graph is connected with {name} yet.</p>}
        </div>
      </div>
    </Section>
  );
}

interface DrawingProps {
  readonly slice: Slice;
  readonly name: string;
  readonly selected: string | null;
  onSelect(id: string | null): void;
}

function Drawing({ slice, name, selected, onSelect }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<GraphView | null>(null);
  const [off, setOff] = useState<ReadonlySet<Kind>>(new Set());
  const kinds = useMemo(() => new Map(slice.nodes.map(({ id, type }) => [id, type])), [slice]);
  useEffect(() => {
    let gone = false;
    void loadView().then(({ GraphView }) => {
      if (gone || !place.current) return;
      view.current = new GraphView(place.current, {
        label: `Graph around ${name}. Arrow keys go from node to node, Enter tells more, Escape goes back.`,
        describe: nodeInWords,
        onSelect,
        onOpen: (id) => {
          const kind = kinds.get(id);
          if (kind) navigate(pathOf(kind, id));
        },
        onSettled: () => place.current?.setAttribute('data-settled', ''),
      });
      view.current.show({ center: slice.center.id, nodes: slice.nodes, edges: slice.edges });
    });
    return () => {
      gone = true;
      view.current?.destroy();
      view.current = null;
    };
  }, [slice, name, kinds, onSelect]);
  useEffect(() => view.current?.select(selected), [selected]);
  useEffect(
    () => view.current?.hide(new Set(slice.nodes.filter(({ type }) => off.has(type)).map(({ id }) => id))),
    [off, slice],
  );
  const toggle = (kind: Kind) =>
    setOff((before) => {
      const after = new Set(before);
      if (!after.delete(kind)) after.add(kind);
      return after;
    });
  return (
    <>
      <div class="graph-view" ref={place} />
      <div class="graph-bar">
        <Legend slice={slice} off={off} onToggle={toggle} />
        <div class="graph-zoom">
          <button type="button" class="icon-button" aria-label="Larger" onClick={() => view.current?.zoomBy(1.4)}>
            +
          </button>
          <button type="button" class="icon-button" aria-label="Smaller" onClick={() => view.current?.zoomBy(1 / 1.4)}>
            −
          </button>
          <button type="button" class="icon-button wide" onClick={() => view.current?.fit()}>
            Fit
          </button>
        </div>
      </div>
    </>
  );
}

/** What the signs mean, how many there are of how many, and a way to leave a kind out. */
function Legend({
  slice,
  off,
  onToggle,
}: {
  readonly slice: Slice;
  readonly off: ReadonlySet<Kind>;
  onToggle(kind: Kind): void;
}) {
  const { totals, nodes, center } = slice;
  const all: Readonly<Record<Kind, number>> = {
    RESEARCHER: totals.researchers,
    WORK: totals.works,
    TOPIC: totals.topics,
    INSTITUTION: totals.institutions,
  };
  const shown = (kind: Kind) => nodes.filter(({ id, type }) => type === kind && id !== center.id).length;
  return (
    <ul class="legend" aria-label="Kinds shown">
      {KINDS.filter((kind) => all[kind] > 0).map((kind) => (
        <li key={kind}>
          <button type="button" class="chip" aria-pressed={!off.has(kind)} onClick={() => onToggle(kind)}>
            <KindSign kind={kind} />{' '}
            {shown(kind) < all[kind] ? `${figure(shown(kind))} of ${figure(all[kind])}` : figure(all[kind])}{' '}
            {kindName(kind, all[kind] !== 1)}
          </button>
        </li>
      ))}
    </ul>
  );
}

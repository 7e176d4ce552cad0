import { ChosenDocument, type ChosenQuery } from '../gen/graphql.js';
import type { GraphView } from '../graph/graph-view.js';
import { edgeInWords, kindName } from '../graph/sentences.js';
import { KindLabel } from '../parts/kind.js';
import { Reason } from '../parts/reason.js';
import { Failed, Skeleton } from '../parts/state.js';
import { pathOf } from '../route.js';
import { cut } from '../text/cut.js';
import { Rich } from '../text/rich.js';
import { capitalised, counted, figure, listed } from '../text/words.js';
import { useQuery } from '../use-query.js';
import type { PartProps } from './parts.js';
import { PathFinder } from './path-finder.js';
import { PathStory } from './path-story.js';
import type { FoundPath } from './use-explored.js';
import { stepsOf, wayOf } from './ways.js';

const SHORT = 700;
/** Most further links that are told. */
const MOST_LINKS = 25;

interface Props extends PartProps {
  readonly selected: string;
  readonly path: FoundPath | null | undefined;
  readonly stage: GraphView | null;
  onClose(): void;
}

/** What was chosen: what it is, why it is there, and what may be done with it. */
export function Panel(props: Props) {
  const { graph, view, actions, known, next, selected, path, stage, onClose } = props;
  const way = wayOf(selected, next);
  const { data, failure, retry } = useQuery(ChosenDocument, { id: selected, way: [...way] });
  const drawn = known.get(selected);
  if (!drawn) return null;
  const center = graph.center.id;
  const node = data?.node?.id === selected ? data.node : null;
  const pinned = view.pinned.some(({ id }) => id === selected);
  const togglePin = () => {
    const place = stage?.positions().get(selected);
    if (pinned) actions.pin(selected, null);
    else if (place) actions.pin(selected, { id: selected, x: place.x, y: place.y });
  };
  // One key at both places: it moves, and stays what it is.
  const pathSection = (
    <section key="path">
      <h3>Path</h3>
      <PathStory {...props} path={path} />
      <PathFinder from={selected} name={drawn.label} actions={actions} />
    </section>
  );
  return (
    <div class="panel">
      <button type="button" class="icon-button close" aria-label="Close" onClick={onClose}>
        ×
      </button>
      <KindLabel kind={drawn.type}>{capitalised(kindName(drawn.type))}</KindLabel>
      <h2>
        <a href={pathOf(drawn.type, selected)}>
          {node?.__typename === 'Work' ? <Rich text={node.title} /> : drawn.label}
        </a>
      </h2>
      {failure && <Failed failure={failure} retry={retry} />}
      {!node && !failure && <Skeleton lines={4} label="Loading what was chosen" />}
      {node && <Figures node={node} />}
      <div class="panel-actions">
        <Expand {...props} totals={data?.neighbourhood?.totals} />
        <a class="button" href={pathOf(drawn.type, selected)}>
          Open the page
        </a>
        {selected !== center && (
          <>
            <button type="button" class="button" onClick={() => actions.recentre(selected)}>
              Make it the centre
            </button>
            <button type="button" class="button" onClick={() => actions.hide(selected)}>
              Hide
            </button>
            {stage && (
              <button type="button" class="button" aria-pressed={pinned} onClick={togglePin}>
                {pinned ? 'Pinned' : 'Pin'}
              </button>
            )}
          </>
        )}
      </div>
      {view.path && pathSection}
      {node && selected !== center && <Why {...props} way={way} edges={data?.subgraph.edges ?? []} />}
      {node && <About node={node} />}
      <FurtherLinks {...props} way={way} />
      {!view.path && pathSection}
    </div>
  );
}

type Node = NonNullable<ChosenQuery['node']>;

function figuresOf(node: Node): readonly (string | number | null)[] {
  switch (node.__typename) {
    case 'Work':
      return [node.year, node.type, node.source, counted(node.citationCount, 'citation')];
    case 'Researcher':
      return [
        counted(node.stats.works, 'work'),
        counted(node.stats.citations, 'citation'),
        `h-index ${figure(node.stats.hIndex)}`,
        node.affiliation?.name ?? null,
      ];
    case 'Topic':
      return [counted(node.worksCount, 'work'), node.subfield, node.field];
    case 'Institution':
      return [counted(node.worksCount, 'work'), node.country];
  }
}

const Figures = ({ node }: { readonly node: Node }) => (
  <p class="quiet small">{figuresOf(node).filter(Boolean).join(' · ')}</p>
);

/** Adds neighbours, and says how many of how many are there. */
function Expand({
  graph,
  actions,
  selected,
  totals,
}: Props & { readonly totals: NonNullable<ChosenQuery['neighbourhood']>['totals'] | undefined }) {
  const near = new Set(
    graph.edges.flatMap(({ source, target }) => (source === selected ? target : target === selected ? source : [])),
  );
  const all = totals ? totals.works + totals.topics + totals.institutions + totals.researchers : null;
  const left = all === null ? null : Math.max(0, all - near.size);
  return (
    <div class="expand">
      <button type="button" class="button primary" disabled={left === 0} onClick={() => actions.expand(selected)}>
        {left === null
          ? 'Add neighbours'
          : left === 0
            ? 'All neighbours shown'
            : `Add ${Math.min(20, left)} neighbours`}
      </button>
      {all !== null && left !== null && (
        <p class="quiet small">
          {figure(all - left)} of {counted(all, 'neighbour')} shown{left > 0 && `, ${figure(left)} remain`}
        </p>
      )}
    </div>
  );
}

interface WhyProps extends Props {
  readonly way: readonly string[];
  readonly edges: ChosenQuery['subgraph']['edges'];
}

/** One sentence for each link of the way to the centre, with its evidence. */
function Why({ graph, known, selected, way, edges }: WhyProps) {
  const { center } = graph;
  const called = (id: string) =>
    id === selected && known.get(id)?.type === 'WORK' ? 'this work' : (known.get(id)?.label ?? id);
  const direct = way.length === 2;
  return (
    <section>
      <h3>Why connected</h3>
      {way.length === 1 && <p>Nothing that is shown leads from here to {center.label}.</p>}
      {way.length > 2 && (
        <p>
          Not with {center.label} directly, but in {counted(way.length - 1, 'step')}: {way.map(called).join(' → ')}.
        </p>
      )}
      <div class={direct ? '' : 'steps'}>
        {stepsOf(way, edges).map((edge) => (
          <Reason key={edge.id} edge={edge} called={called} />
        ))}
      </div>
    </section>
  );
}

const About = ({ node }: { readonly node: Node }) => {
  if (node.__typename === 'Work')
    return (
      <section>
        <h3>Abstract</h3>
        {node.abstract ? (
          <p class="reading">
            <Rich text={cut(node.abstract, SHORT)} />
          </p>
        ) : (
          <p class="quiet">No abstract imported.</p>
        )}
        <p class="quiet small">By {listed(node.byline, 8)}</p>
      </section>
    );
  const text = node.__typename === 'Topic' ? node.description : node.__typename === 'Researcher' ? node.headline : null;
  return text ? <p class="about">{text}</p> : null;
};

/** All that it is joined with in this graph beside its way to the centre. */
function FurtherLinks({ graph, known, selected, way, sifted, actions }: Props & { readonly way: readonly string[] }) {
  const links = graph.edges.flatMap((edge) => {
    const other = edge.source === selected ? edge.target : edge.target === selected ? edge.source : null;
    return other === null || way.includes(other) || sifted.gone.has(other) ? [] : [{ edge, other }];
  });
  if (links.length === 0) return null;
  const called = (id: string) =>
    id === selected && known.get(id)?.type === 'WORK' ? 'This work' : (known.get(id)?.label ?? id);
  return (
    <details class="unfold">
      <summary>{counted(links.length, 'further link')} in this graph</summary>
      <ul class="plain-list links">
        {links.slice(0, MOST_LINKS).map(({ edge, other }) => (
          <li key={edge.id}>
            <button type="button" class="link" onClick={() => actions.select(other)}>
              {edgeInWords(edge, called(edge.source), called(edge.target))}
            </button>
          </li>
        ))}
      </ul>
      {links.length > MOST_LINKS && <p class="quiet small">and {counted(links.length - MOST_LINKS, 'other')}</p>}
    </details>
  );
}

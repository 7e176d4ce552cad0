import { KINDS, kindName } from '../graph/sentences.js';
import { pathOf } from '../route.js';
import { counted, figure } from '../text/words.js';
import { MOST_NODES } from './assemble.js';
import { countFitting } from './filtering.js';
import type { PartProps } from './parts.js';
import { PathFinder } from './path-finder.js';
import { PathStory } from './path-story.js';
import type { FoundPath } from './use-explored.js';

/** What the graph shows while nothing is chosen in it, and how to go on. */
export function Overview(props: PartProps & { readonly path: FoundPath | null | undefined }) {
  const { graph, view, actions, known, sifted } = props;
  const { center, totals } = graph;
  const all = totals.works + totals.topics + totals.institutions + totals.researchers;
  const { fits } = countFitting(sifted, graph.nodes);
  const left = graph.nodes.length - 1 - fits;
  const near = new Set(
    graph.edges.flatMap(({ source, target }) => (source === center.id ? target : target === center.id ? source : [])),
  ).size;
  const of = {
    RESEARCHER: totals.researchers,
    WORK: totals.works,
    TOPIC: totals.topics,
    INSTITUTION: totals.institutions,
  };
  const neighbours = KINDS.filter((kind) => of[kind] > 0).map(
    (kind) => `${figure(of[kind])} ${kindName(kind, of[kind] !== 1)}`,
  );
  return (
    <div class="panel">
      <h2>Around {center.label}</h2>
      {left === 0 ? (
        <p>
          {counted(fits, 'node')} and {counted(graph.edges.length, 'link')}, nearest and weightiest first.
        </p>
      ) : (
        <p>
          {counted(fits, 'node')} {fits === 1 ? 'fits' : 'fit'}, {figure(left)} {left === 1 ? 'is' : 'are'} faded or
          left out.
        </p>
      )}
      {all > 0 && (
        <p class="quiet">
          {neighbours.join(', ')} {all === 1 ? 'is' : 'are'} connected directly; {figure(Math.min(near, all))} of{' '}
          {figure(all)} shown.
        </p>
      )}
      {graph.full && (
        <p class="notice">{figure(MOST_NODES)} nodes are drawn at most. Hide some, or make another the centre.</p>
      )}
      <div class="panel-actions">
        {near < all && (
          <button type="button" class="button primary" onClick={() => actions.expand(center.id)}>
            Add {Math.min(20, all - near)} neighbours
          </button>
        )}
        <a class="button" href={pathOf(center.type, center.id)}>
          Open the page
        </a>
      </div>
      <section>
        <h3>Path</h3>
        <PathStory {...props} />
        <PathFinder from={center.id} name={center.label} actions={actions} />
      </section>
      {view.hidden.length > 0 && (
        <section>
          <h3>Hidden</h3>
          <ul class="chips">
            {view.hidden.map((id) => (
              <li key={id}>
                <button type="button" class="chip" onClick={() => actions.unhide(id)}>
                  Show {known.get(id)?.label ?? id}
                </button>
              </li>
            ))}
          </ul>
          {view.hidden.length > 1 && (
            <button type="button" class="link" onClick={() => actions.unhide(null)}>
              Show all hidden
            </button>
          )}
        </section>
      )}
      {view.pinned.length > 0 && (
        <p>
          {counted(view.pinned.length, 'node')} pinned.{' '}
          <button type="button" class="link" onClick={actions.unpinAll}>
            Let them go
          </button>
        </p>
      )}
      <details class="unfold">
        <summary>Keys and gestures</summary>
        <dl class="keys">
          <Key keys="Arrows">to the nearest node that way</Key>
          <Key keys="Enter, click">what it is and why it is there</Key>
          <Key keys="E, double click">add up to 20 neighbours</Key>
          <Key keys="P, drag">pin where it is</Key>
          <Key keys="H">hide</Key>
          <Key keys="C">make it the centre</Key>
          <Key keys="Esc">back</Key>
          <Key keys="+ − 0">larger, smaller, fit</Key>
          <Key keys="Ctrl + wheel">zoom</Key>
        </dl>
      </details>
    </div>
  );
}

const Key = ({ keys, children }: { readonly keys: string; readonly children: string }) => (
  <div>
    <dt>{keys}</dt>
    <dd>{children}</dd>
  </div>
);

import { KINDS, kindName } from '../graph/sentences.js';
import { KindSign } from '../parts/kind.js';
import type { Kind } from '../route.js';
import { figure } from '../text/words.js';
import type { PartProps } from './parts.js';

/** What the signs mean, how many there are, and a way to leave a kind out. */
export function Legend({ graph, view, actions, sifted }: PartProps) {
  const toggle = (kind: Kind) => {
    const { without } = view;
    actions.change({
      without: without.includes(kind) ? without.filter((other) => other !== kind) : [...without, kind],
    });
  };
  const around = graph.nodes.filter(({ id }) => id !== graph.center.id && !view.hidden.includes(id));
  return (
    <>
      <ul class="legend" aria-label="Kinds shown">
        {KINDS.map((kind) => {
          const of = around.filter(({ type }) => type === kind);
          if (of.length === 0) return null;
          const fits = of.filter(({ id }) => !sifted.dimmed.has(id)).length;
          const off = view.without.includes(kind);
          return (
            <li key={kind}>
              <button type="button" class="chip" aria-pressed={!off} onClick={() => toggle(kind)}>
                <KindSign kind={kind} />{' '}
                {fits < of.length && !off ? `${figure(fits)} of ${figure(of.length)}` : figure(of.length)}{' '}
                {kindName(kind, of.length !== 1)}
              </button>
            </li>
          );
        })}
      </ul>
      {view.mode === 'graph' && <p class="quiet small">Larger: more works or citations. Thicker: more joint works.</p>}
    </>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { counted } from '../text/words.js';
import { countFitting } from './filtering.js';
import type { PartProps } from './parts.js';
import { isFiltered } from './view.js';

/** A pause in typing after which the address follows, in milliseconds. */
const PAUSE = 250;

interface Props extends PartProps {
  onFly(id: string): void;
}

/** Which part of the graph is looked at. Nothing moves by it: what does not fit nearly vanishes. */
export function Filters({ graph, view, actions, sifted, onFly }: Props) {
  const [first, last] = view.years;
  const { around, fits } = countFitting(sifted, graph.nodes);
  const filtered = isFiltered(view) || view.text !== '';
  const [open, setOpen] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search landmark, which browsers of today do not all know as an element
    <form
      class={open ? 'explorer-filters open' : 'explorer-filters'}
      role="search"
      aria-label="Filters"
      onSubmit={(event) => event.preventDefault()}
    >
      <button type="button" class="button unfold-filters" aria-expanded={open} onClick={() => setOpen(!open)}>
        Filters
      </button>
      <Find text={view.text} found={sifted.found.map(({ id }) => id)} actions={actions} onFly={onFly} />
      <fieldset class="inline folded">
        <legend>Years</legend>
        <Figure
          label="First year"
          value={first}
          placeholder="from"
          onChange={(year) => actions.change({ years: [year, last] })}
        />
        <span aria-hidden="true">–</span>
        <Figure
          label="Last year"
          value={last}
          placeholder="to"
          onChange={(year) => actions.change({ years: [first, year] })}
        />
      </fieldset>
      <label class="inline folded">
        <span>Joint works, at least</span>
        <input
          type="number"
          class="narrow"
          min={1}
          max={1_000}
          value={view.joint}
          onChange={({ currentTarget }) =>
            actions.change({ joint: Math.max(1, Math.round(currentTarget.valueAsNumber) || 1) })
          }
        />
      </label>
      <label class="inline folded">
        <span>Reach</span>
        <select
          value={view.depth}
          onChange={({ currentTarget }) => actions.change({ depth: Number(currentTarget.value) })}
        >
          <option value="1">1 step</option>
          <option value="2">2 steps</option>
          <option value="3">3 steps</option>
        </select>
      </label>
      {filtered && (
        <p class="fits">
          {fits} of {counted(around, 'node')} {fits === 1 ? 'fits' : 'fit'}{' '}
          <button
            type="button"
            class="link"
            onClick={() => actions.change({ text: '', years: [null, null], joint: 1 })}
          >
            Show all
          </button>
        </p>
      )}
    </form>
  );
}

interface FindProps {
  readonly text: string;
  readonly found: readonly string[];
  readonly actions: PartProps['actions'];
  onFly(id: string): void;
}

/** Finds a name in the graph; Enter goes from one that was found to the next. */
function Find({ text, found, actions, onFly }: FindProps) {
  const [typed, setTyped] = useState(text);
  const at = useRef(-1);
  /** Enter was pressed before the graph was searched. */
  const waiting = useRef(false);
  const fly = () => {
    waiting.current = false;
    if (found.length === 0) return;
    at.current = (at.current + 1) % found.length;
    onFly(found[at.current] ?? '');
  };
  const search = () => actions.change({ text: typed }, { replace: true });
  useEffect(() => {
    setTyped(text);
    at.current = -1;
    if (waiting.current) fly();
  }, [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(search, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const enter = () => {
    if (typed === text) return fly();
    waiting.current = true;
    search();
  };
  return (
    <label class="inline find">
      <span>Find</span>
      <input
        type="search"
        value={typed}
        maxLength={100}
        placeholder="A name in this graph"
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') enter();
          else if (event.key === 'Escape') setTyped('');
        }}
      />
    </label>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: number | null;
  readonly placeholder: string;
  onChange(value: number | null): void;
}

const Figure = ({ label, value, placeholder, onChange }: FigureProps) => (
  <input
    type="number"
    class="narrow"
    aria-label={label}
    placeholder={placeholder}
    min={1000}
    max={9999}
    value={value ?? ''}
    onInput={({ currentTarget }) => currentTarget.setCustomValidity('')}
    onChange={({ currentTarget }) => {
      const year = currentTarget.valueAsNumber;
      const none = currentTarget.value === '' && !currentTarget.validity.badInput;
      if (none || (year >= 1000 && year <= 9999)) return onChange(none ? null : Math.round(year));
      currentTarget.setCustomValidity('A year has four digits');
      currentTarget.reportValidity();
    }}
  />
);

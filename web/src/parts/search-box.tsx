import { useEffect, useRef, useState } from 'preact/hooks';
import { describeFailure } from '../api.js';
import { type NodeLinkFragment, SearchDocument } from '../gen/graphql.js';
import { pathOf } from '../route.js';
import { navigate } from '../router.js';
import { Marked } from '../text/marked.js';
import { aboutNode, kindOf, nameOf } from '../text/node.js';
import { useQuery } from '../use-query.js';
import { KindSign } from './kind.js';

/** A pause in typing after which the graph is asked, in milliseconds. */
const PAUSE = 120;

interface Props {
  readonly id: string;
  readonly large?: boolean;
  readonly label?: string;
  readonly placeholder?: string;
  /** What is done with what was found; without it, its page is opened. */
  onChoose?(node: NodeLinkFragment): void;
}

/** Finds any node while one types: a combobox, by the pattern of ARIA. */
export function SearchBox({
  id,
  large = false,
  label = 'Search researchers, works, topics and institutions',
  placeholder = large ? 'A name, a title, a topic, a DOI, an ORCID iD…' : 'Search',
  onChoose = (node) => navigate(pathOf(node.__typename, node.id)),
}: Props) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  /** Enter was pressed before the answer came. */
  const waiting = useRef(false);
  const wanted = useDelayed(text.trim(), PAUSE);
  const { data, failure, loading } = useQuery(SearchDocument, wanted === '' ? null : { text: wanted });
  const found = wanted === '' ? [] : (data?.search.edges ?? []);
  const shown = open && text.trim() !== '';
  const searching = loading || wanted !== text.trim();
  const listId = `${id}-list`;

  const go = (node: NodeLinkFragment) => {
    waiting.current = false;
    setOpen(false);
    setText('');
    setActive(-1);
    onChoose(node);
  };
  useEffect(() => {
    if (searching || !waiting.current) return;
    waiting.current = false;
    if (found[0]) go(found[0].node);
  }, [searching]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      // Between the last and the first is the text itself.
      setActive(((active + 1 + step + found.length + 1) % (found.length + 1)) - 1);
    } else if (event.key === 'Enter') {
      const chosen = found[active] ?? (searching ? undefined : found[0]);
      if (chosen) go(chosen.node);
      else waiting.current = searching;
      event.preventDefault();
    } else if (event.key === 'Escape') {
      waiting.current = false;
      if (open) setOpen(false);
      else setText('');
      setActive(-1);
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a search landmark, which browsers of today do not all know as an element
    <div
      class={large ? 'search large' : 'search'}
      role="search"
      aria-label={label}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget as Element | null)) return;
        waiting.current = false;
        setOpen(false);
      }}
    >
      <label class="unseen" for={id}>
        {label}
      </label>
      <input
        id={id}
        ref={input}
        type="text"
        inputMode="search"
        enterkeyhint="search"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && shown ? `${listId}-${active}` : undefined}
        value={text}
        maxLength={500}
        onInput={({ currentTarget }) => {
          waiting.current = false;
          setText(currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div class="search-results" hidden={!shown}>
        <div id={listId} role="listbox" aria-label="Found">
          {found.map(({ node, highlight }, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, by the pattern
            <div
              key={node.id}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(node)}
              onPointerMove={() => setActive(at)}
            >
              <KindSign kind={kindOf(node)} />
              <span class="found-name">
                {highlight && !highlight.includes('…') ? <Marked text={highlight} /> : nameOf(node)}
              </span>
              <span class="found-note">{aboutNode(node)}</span>
            </div>
          ))}
        </div>
        <p class="search-note" role="status">
          {failure
            ? describeFailure(failure)
            : searching
              ? 'Searching…'
              : found.length === 0
                ? `Nothing is called “${wanted}”.`
                : ''}
        </p>
      </div>
    </div>
  );
}

function useDelayed(value: string, milliseconds: number): string {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return delayed;
}

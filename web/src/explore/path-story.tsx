import { useEffect, useRef } from 'preact/hooks';
import { Reason } from '../parts/reason.js';
import { nameOf } from '../text/node.js';
import { counted } from '../text/words.js';
import type { PartProps } from './parts.js';
import type { FoundPath } from './use-explored.js';
import { stepsOf } from './ways.js';

interface Props extends PartProps {
  readonly path: FoundPath | null | undefined;
}

/** The path asked for, told in words. It is brought into sight and takes the focus when a reader asks for it. */
export function PathStory(props: Props) {
  const { view, path } = props;
  const place = useRef<HTMLDivElement>(null);
  const asked = JSON.stringify(view.path);
  // What the address asked for from the start takes no focus.
  const atFirst = useRef(asked);
  useEffect(() => {
    if (asked === atFirst.current) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [asked, path]);
  if (view.path === null) return null;
  return (
    <div class="story" ref={place} tabIndex={-1}>
      <Told {...props} />
    </div>
  );
}

function Told({ view, actions, path }: Props) {
  if (view.path === null) return null;
  if (path === undefined) return <p class="quiet">Looking for a path …</p>;
  const end = (
    <button type="button" class="link" onClick={() => actions.change({ path: null })}>
      Forget the path
    </button>
  );
  const { any } = view.path;
  if (path === null)
    return (
      <>
        <p>There is no path of six steps or fewer{any ? '.' : ' of people who wrote together.'}</p>
        {!any && (
          <button
            type="button"
            class="button"
            onClick={() => view.path && actions.change({ path: { ...view.path, any: true } })}
          >
            Look through works, topics and institutions too
          </button>
        )}
        {end}
      </>
    );
  const names = new Map(path.nodes.map((node) => [node.id, nameOf(node)]));
  const [first, last] = [path.nodes[0], path.nodes.at(-1)];
  return (
    <>
      <p>
        <strong>{first && nameOf(first)}</strong> and <strong>{last && nameOf(last)}</strong>{' '}
        {path.length === 0 ? 'are the same.' : `are ${counted(path.length, 'step')} apart.`}
      </p>
      <div class="steps">
        {stepsOf([...names.keys()], path.edges).map((edge) => (
          <Reason key={edge.id} edge={edge} called={(id) => names.get(id) ?? id} />
        ))}
      </div>
      {end}
    </>
  );
}

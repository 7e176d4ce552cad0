import { useContext, useRef, useState } from 'preact/hooks';
import { describeFailure, type Outcome } from '../api.js';
import { Changes } from './changes.js';

/** What somebody does in a section, and what came of it last. */
export interface Deeds {
  readonly done: string | null;
  readonly trouble: string | null;
  readonly place: { current: HTMLParagraphElement | null };
  /** Sends a mutation. `done` says what it did; the focus goes there where `focus` is set, as its button is going. */
  act(send: () => Promise<Outcome<unknown>>, done: string, focus?: boolean): Promise<boolean>;
}

export function useDeeds(): Deeds {
  const { noteChange } = useContext(Changes);
  const [told, setTold] = useState<Pick<Deeds, 'done' | 'trouble'>>({ done: null, trouble: null });
  const place = useRef<HTMLParagraphElement>(null);
  const busy = useRef(false);
  const act: Deeds['act'] = async (send, done, focus = false) => {
    if (busy.current) return false;
    busy.current = true;
    setTold({ done: null, trouble: null });
    const outcome = await send();
    busy.current = false;
    if (!outcome.ok) {
      setTold({ done: null, trouble: describeFailure(outcome.failure) });
      return false;
    }
    setTold({ done, trouble: null });
    if (focus) place.current?.focus();
    noteChange();
    return true;
  };
  return { ...told, place, act };
}

/** Says what was done, or why it was not. */
export const Told = ({ deeds: { done, trouble, place } }: { readonly deeds: Deeds }) => (
  <>
    <p class="told" role="status" tabIndex={-1} ref={place}>
      {done}
    </p>
    {trouble && (
      <p class="notice failed" role="alert">
        {trouble}
      </p>
    )}
  </>
);

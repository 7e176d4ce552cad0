import { useCallback, useEffect, useState } from 'preact/hooks';
import { ask, type Failure, type Outcome } from './api.js';
import type { TypedDocumentString } from './gen/graphql.js';
import { accessToken, onTokenChange } from './token.js';

/** A question and what is known of its answer. While a new one is under way, `data` is the last answer. */
export interface Query<Data> {
  readonly data: Data | null;
  readonly failure: Failure | null;
  readonly gaps: readonly Failure[];
  readonly loading: boolean;
  retry(): void;
}

const REMEMBERED = 100;
/** Answers of this visit, so that going back shows at once what was there. Emptied when somebody logs in or acts. */
const answers = new Map<string, { readonly data: unknown; readonly gaps: readonly Failure[] }>();
const keyOf = (document: object, variables: unknown): string =>
  `${document}${JSON.stringify(variables)}${accessToken() ?? ''}`;

/** Makes the page ask anew, after something was changed. */
export const forgetAnswers = (): void => answers.clear();
onTokenChange(forgetAnswers);

/** Asks when first shown and whenever the variables change; null variables ask nothing. */
export function useQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
): Query<Data> {
  const key = variables === null ? null : keyOf(document, variables);
  const known = key === null ? undefined : answers.get(key);
  const [state, setState] = useState<Omit<Query<Data>, 'retry' | 'loading'> & { readonly of: string | null }>({
    of: null,
    data: null,
    failure: null,
    gaps: [],
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (key === null || variables === null) return;
    const kept = answers.get(key);
    // What is on screen stays there when the answers are forgotten.
    if (kept) return setState({ of: key, data: kept.data as Data, failure: null, gaps: kept.gaps });
    const ending = new AbortController();
    askPatiently(document, variables, ending.signal).then(
      (outcome) => {
        if (outcome.ok) remember(key, outcome);
        if (ending.signal.aborted) return;
        setState(
          outcome.ok
            ? { of: key, data: outcome.data, failure: null, gaps: outcome.gaps }
            : { of: key, data: null, failure: outcome.failure, gaps: [] },
        );
      },
      () => {},
    );
    return () => ending.abort();
  }, [key, attempt]);
  const retry = useCallback(() => {
    setState((before) => ({ ...before, of: null, failure: null }));
    setAttempt((before) => before + 1);
  }, []);
  if (known) return { data: known.data as Data, gaps: known.gaps, failure: null, loading: false, retry };
  return {
    data: state.data,
    failure: state.of === key ? state.failure : null,
    gaps: state.gaps,
    loading: key !== null && state.of !== key,
    retry,
  };
}

/** Several answers to one question with different variables; null where one is not known yet. */
export interface Queries<Data> {
  readonly data: readonly (Data | null)[];
  readonly failure: Failure | null;
  readonly loading: boolean;
  retry(): void;
}

/** Asks one question for each of the variables, those alone that were not asked before. */
export function useQueries<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  list: readonly Variables[],
): Queries<Data> {
  const [held] = useState(() => new Map<string, unknown>());
  const [failure, setFailure] = useState<Failure | null>(null);
  const [, render] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const keys = list.map((variables) => keyOf(document, variables));
  for (const key of keys) if (!held.has(key) && answers.has(key)) held.set(key, answers.get(key)?.data);
  useEffect(() => {
    const ending = new AbortController();
    const missing = list.filter((_, at) => !held.has(keys[at] ?? ''));
    if (missing.length === 0) return;
    setFailure(null);
    const take = async (variables: Variables) => {
      const outcome = await askPatiently(document, variables, ending.signal);
      const key = keyOf(document, variables);
      if (outcome.ok) {
        remember(key, outcome);
        held.set(key, outcome.data);
      } else setFailure(outcome.failure);
    };
    Promise.all(missing.map(take)).then(
      () => render((before) => before + 1),
      () => {},
    );
    return () => ending.abort();
  }, [keys.join('\n'), attempt]);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  const data = keys.map((key) => (held.get(key) ?? null) as Data | null);
  return { data, failure, loading: failure === null && data.includes(null), retry };
}

/** Times that a question is asked where the time is not enough: the first ones after a start wait for the database's plans. */
const PATIENCE = 3;

async function askPatiently<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Outcome<Data>> {
  for (let time = 1; ; time++) {
    const outcome = await ask(document, variables, signal);
    if (outcome.ok || outcome.failure.kind !== 'timeout' || time === PATIENCE) return outcome;
  }
}

function remember(key: string, { data, gaps }: { readonly data: unknown; readonly gaps: readonly Failure[] }): void {
  if (gaps.length > 0) return;
  answers.set(key, { data, gaps });
  for (const oldest of answers.keys()) {
    if (answers.size <= REMEMBERED) break;
    answers.delete(oldest);
  }
}

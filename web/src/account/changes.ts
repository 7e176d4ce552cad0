import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { TypedDocumentString } from '../gen/graphql.js';
import { forgetAnswers, type Query, useQuery } from '../use-query.js';

/** Counts what was done here: one deed may change what several sections show. */
export const Changes = createContext({ count: 0, noteChange: () => {} });

/** As `useQuery`, but asks anew after every deed, and shows the last answer meanwhile. */
export function useAnswer<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables | null,
): Query<Data> {
  const { count } = useContext(Changes);
  const query = useQuery(document, variables);
  const last = useRef<Data | null>(null);
  const counted = useRef(count);
  if (query.data) last.current = query.data;
  useEffect(() => {
    if (counted.current === count) return;
    counted.current = count;
    forgetAnswers();
    query.retry();
  }, [count]);
  return { ...query, data: query.data ?? last.current };
}

import { useState } from 'preact/hooks';
import { ask, type Failure } from '../api.js';
import type { TypedDocumentString } from '../gen/graphql.js';
import { Failed } from '../parts/state.js';
import type { Query } from '../use-query.js';
import { useAnswer } from './changes.js';

/** A page of a list, as the API gives it. */
interface Page<Item> {
  readonly items: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list as far as it was read. */
export interface Pages<Data, Item> {
  readonly first: Query<Data>;
  /** Null before there is an answer. */
  readonly items: readonly Item[] | null;
  readonly hasMore: boolean;
  readonly failure: Failure | null;
  readonly loading: boolean;
  loadMore(): Promise<void>;
}

/** Reads a list page by page. What came after its first page is dropped when that is asked anew. */
export function usePages<Data, Variables extends { after?: string | null | undefined }, Item>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  pageOf: (data: Data) => Page<Item> | null | undefined,
): Pages<Data, Item> {
  const first = useAnswer(document, variables);
  const [more, setMore] = useState<{ readonly of: Data | null; readonly pages: readonly Page<Item>[] }>({
    of: null,
    pages: [],
  });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [loading, setLoading] = useState(false);
  const start = first.data && pageOf(first.data);
  const pages = start ? [start, ...(more.of === first.data ? more.pages : [])] : [];
  const end = pages.at(-1)?.pageInfo;
  const loadMore = async () => {
    if (loading) return;
    setLoading(true);
    const outcome = await ask(document, { ...variables, after: end?.endCursor });
    setLoading(false);
    setFailure(outcome.ok ? null : outcome.failure);
    const next = outcome.ok && pageOf(outcome.data);
    if (next) setMore({ of: first.data, pages: [...pages.slice(1), next] });
  };
  return {
    first,
    items: start ? pages.flatMap(({ items }) => items) : null,
    hasMore: end?.hasNextPage ?? false,
    failure,
    loading,
    loadMore,
  };
}

/** The way on in a list; nothing at its end. */
export const More = <Data, Item>({ list, what }: { readonly list: Pages<Data, Item>; readonly what: string }) => (
  <>
    {list.failure && <Failed failure={list.failure} retry={list.loadMore} />}
    {list.hasMore && !list.failure && (
      <p class="more">
        <button type="button" class="button" onClick={list.loadMore}>
          {list.loading ? 'Loading…' : `Show more ${what}`}
        </button>
      </p>
    )}
  </>
);

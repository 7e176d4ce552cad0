import { many, one } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';
import { AUTHOR_COLUMNS, type AuthorRow, WORK_COLUMNS } from './listed-work.js';
import type { RelatedParams } from './related.js';
import type { WorkRecord } from './work.type.js';
import type { WorkListParams, WorkSetParams } from './work-list.js';

export type Facet = 'YEARS' | 'TYPES' | 'SOURCES' | 'TOPICS';
export interface FacetParams {
  readonly set: WorkSetParams;
  /** A facet with a statement of its own; null where all facets of a list share one. */
  readonly apart: Facet | null;
}
export interface FacetRow {
  /** A year, a word, or a topic's id. */
  readonly facetValue: string | number;
  /** A topic's name; null of other facets. */
  readonly name: string | null;
  readonly works: number;
  readonly citations: number;
}

export const workLoaders = {
  byId: one<WorkRecord>('work.by-id', { maxKeys: 500, columns: WORK_COLUMNS }),
  authors: many<AuthorRow, PageParams>('work.authors', { columns: AUTHOR_COLUMNS }),
  topics: many<{ readonly id: string; readonly name: string; readonly score: number }>('work.topics', { maxKeys: 500 }),
  list: many<ListRow, WorkListParams>('work.list', { columns: ['id', 'sortKey'] }),
  allByRank: many<ListRow, WorkListParams>('work.all-by-rank'),
  allByCitationsAscending: many<ListRow, WorkListParams>('work.all-by-citations-ascending'),
  allByYearAscending: many<ListRow, WorkListParams>('work.all-by-year-ascending'),
  allByYearDescending: many<ListRow, WorkListParams>('work.all-by-year-descending'),
  allByTitleAscending: many<ListRow, WorkListParams>('work.all-by-title-ascending'),
  allByTitleDescending: many<ListRow, WorkListParams>('work.all-by-title-descending'),
  count: one<number, { readonly set: WorkSetParams }>('work.count'),
  /** Keyed `<facet> <most values> <key of the list>`. */
  facets: many<FacetRow, FacetParams>('work.facets', { columns: ['facetValue', 'name', 'works', 'citations'] }),
  related: many<string, RelatedParams>('work.related', { maxKeys: 8 }),
} as const;

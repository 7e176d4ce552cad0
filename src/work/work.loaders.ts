import { many, one } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';
import type { RelatedParams } from './related.js';
import type { WorkRecord } from './work.type.js';
import type { WorkListParams, WorkSetParams } from './work-list.js';

export type Facet = 'YEARS' | 'TYPES' | 'SOURCES' | 'TOPICS';
export interface FacetParams {
  readonly set: WorkSetParams;
  readonly facet: Facet;
  readonly limit: number;
}
/** A value of a facet: a year, a word, or a topic's id. */
export interface FacetRow {
  readonly value: string | number;
  readonly works: number;
  readonly citations: number;
}

export interface AuthorRow extends ListRow {
  readonly position: number;
  readonly name: string;
  readonly corresponding: boolean;
  readonly institutionIds: readonly string[];
}

/** Lengths of a work's lists. */
export interface WorkCounts {
  readonly authors: number;
  readonly references: number;
  readonly citedBy: number;
}

export const workLoaders = {
  byId: one<WorkRecord>('work.by-id', { maxKeys: 500 }),
  authors: many<AuthorRow, PageParams>('work.authors'),
  topics: many<{ readonly id: string; readonly score: number }>('work.topics', { maxKeys: 500 }),
  list: many<ListRow, WorkListParams>('work.list'),
  allByRank: many<ListRow, WorkListParams>('work.all-by-rank'),
  allByCitationsAscending: many<ListRow, WorkListParams>('work.all-by-citations-ascending'),
  allByYearAscending: many<ListRow, WorkListParams>('work.all-by-year-ascending'),
  allByYearDescending: many<ListRow, WorkListParams>('work.all-by-year-descending'),
  allByTitleAscending: many<ListRow, WorkListParams>('work.all-by-title-ascending'),
  allByTitleDescending: many<ListRow, WorkListParams>('work.all-by-title-descending'),
  count: one<number, { readonly set: WorkSetParams }>('work.count'),
  facet: many<FacetRow, FacetParams>('work.facet'),
  counts: one<WorkCounts>('work.counts', { maxKeys: 500 }),
  related: many<string, RelatedParams>('work.related', { maxKeys: 8 }),
} as const;

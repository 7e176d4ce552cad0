import { many, one } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';
import type { RelatedParams } from './related.js';
import type { WorkRecord } from './work.type.js';

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
  references: many<ListRow, PageParams>('work.references'),
  citedBy: many<ListRow, PageParams>('work.cited-by'),
  counts: one<WorkCounts>('work.counts', { maxKeys: 500 }),
  related: many<string, RelatedParams>('work.related', { maxKeys: 8 }),
} as const;

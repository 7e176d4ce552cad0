import { many, one } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';
import type { WorkListParams } from '../work/work-list.js';
import type { InstitutionRecord } from './institution.type.js';

/** Which institutions a list holds. */
export interface InstitutionSetParams {
  readonly country: string | null;
  readonly type: string | null;
  /** In Lucene's syntax. */
  readonly text: string | null;
}

interface InstitutionSet {
  readonly set: InstitutionSetParams;
}

export const institutionLoaders = {
  list: many<ListRow, PageParams & InstitutionSet>('institution.list'),
  all: many<ListRow, PageParams & InstitutionSet>('institution.all'),
  count: one<number, InstitutionSet>('institution.count'),
  byId: one<InstitutionRecord>('institution.by-id', { maxKeys: 500 }),
  works: many<ListRow, WorkListParams>('institution.works'),
  researchers: many<ListRow, PageParams>('institution.researchers'),
  researcherCount: one<number>('institution.researcher-count', { maxKeys: 500 }),
  topics: many<string, { readonly limit: number }>('institution.topics'),
  partners: many<{ readonly id: string; readonly works: number }, { readonly limit: number }>('institution.partners'),
} as const;

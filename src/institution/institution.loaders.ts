import { many, one } from '../core/loaders.js';
import type { ListRow } from '../core/pagination.js';
import type { HubPageParams } from '../work/work.lists.js';
import type { InstitutionRecord } from './institution.type.js';

export const institutionLoaders = {
  byId: one<InstitutionRecord>('institution.by-id', { maxKeys: 500 }),
  works: many<ListRow, HubPageParams>('institution.works'),
  researchers: many<ListRow, HubPageParams>('institution.researchers'),
  researcherCount: one<number>('institution.researcher-count', { maxKeys: 500 }),
  topics: many<string, { readonly limit: number }>('institution.topics'),
  partners: many<{ readonly id: string; readonly works: number }, { readonly limit: number }>('institution.partners'),
} as const;

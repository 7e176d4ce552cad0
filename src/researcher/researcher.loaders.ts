import { many, one } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';
import type { ListedWork, ListedWorkParams } from '../work/listed-work.js';
import type { HeadlineFacts } from './headline.js';
import type { ResearcherRecord, YearCount } from './researcher.type.js';
import type { ResearcherListParams, ResearcherSetParams } from './researcher-list.js';
import type { SuggestionParams, SuggestionRow } from './suggestions.js';

/** Which coauthors count. */
export interface CollaboratorFilter {
  readonly minWorks: number;
  /** With a joint work in this year or later; null for any. */
  readonly since: number | null;
}

export interface ResearcherTopicRow {
  readonly id: string;
  readonly name: string;
  readonly works: number;
  readonly share: number;
}

export interface CollaboratorRow {
  /** The researcher whose collaborator this is. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly works: number;
  readonly strength: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

export interface AffiliationRow {
  readonly institutionId: string;
  /** The institution's. */
  readonly name: string;
  readonly country: string | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly current: boolean;
}

export const researcherLoaders = {
  byId: one<ResearcherRecord>('researcher.by-id', { maxKeys: 500 }),
  list: many<ListRow, ResearcherListParams>('researcher.list'),
  allByWorksDescending: many<ListRow, ResearcherListParams>('researcher.all-by-works-descending'),
  allByWorksAscending: many<ListRow, ResearcherListParams>('researcher.all-by-works-ascending'),
  allByCitationsDescending: many<ListRow, ResearcherListParams>('researcher.all-by-citations-descending'),
  allByCitationsAscending: many<ListRow, ResearcherListParams>('researcher.all-by-citations-ascending'),
  allByNameAscending: many<ListRow, ResearcherListParams>('researcher.all-by-name-ascending'),
  allByNameDescending: many<ListRow, ResearcherListParams>('researcher.all-by-name-descending'),
  count: one<number, { readonly set: ResearcherSetParams }>('researcher.count'),
  topics: many<ResearcherTopicRow, PageParams>('researcher.topics', { columns: ['id', 'name', 'works', 'share'] }),
  works: many<ListedWork, ListedWorkParams>('researcher.works', {
    ...{ maxKeys: 25, maxOwnKeys: 100 },
    columns: ['id', 'sortKey', 'record', 'firstAuthors'],
  }),
  affiliations: many<AffiliationRow>('researcher.affiliations', { maxKeys: 500 }),
  collaborators: many<CollaboratorRow, PageParams & CollaboratorFilter>('researcher.collaborators', {
    maxKeys: 500,
    splitFrom: 20,
    columns: ['id', 'name', 'works', 'strength', 'firstYear', 'lastYear'],
  }),
  collaboratorCount: one<number, CollaboratorFilter>('researcher.collaborator-count', { maxKeys: 500 }),
  /** Works of a pair of researchers, keyed `<id> <id>`. */
  jointWorks: many<string, { readonly limit: number; readonly maxAuthors: number }>('researcher.joint-works'),
  worksByYear: many<YearCount>('researcher.works-by-year'),
  /** JSON of what ORCID says; null where it says nothing. */
  orcidRecord: one<string>('researcher.orcid-record'),
  headline: one<HeadlineFacts>('researcher.headline'),
  suggestions: many<SuggestionRow, SuggestionParams>('researcher.suggestions', { maxKeys: 8 }),
} as const;

import { many, one } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';
import type { WorkListParams } from '../work/work-list.js';
import type { TopicRecord } from './topic.type.js';

export interface TopicResearcherRow extends ListRow {
  readonly works: number;
  readonly share: number;
}

/** Which topics a list holds. */
export interface TopicSetParams {
  readonly subfield: string | null;
  readonly field: string | null;
  readonly domain: string | null;
  /** In Lucene's syntax. */
  readonly text: string | null;
}

interface TopicSet {
  readonly set: TopicSetParams;
}

export const topicLoaders = {
  list: many<ListRow, PageParams & TopicSet>('topic.list'),
  all: many<ListRow, PageParams & TopicSet>('topic.all'),
  count: one<number, TopicSet>('topic.count'),
  byId: one<TopicRecord>('topic.by-id', { maxKeys: 500 }),
  works: many<ListRow, WorkListParams>('topic.works'),
  researchers: many<TopicResearcherRow, PageParams>('topic.researchers'),
  researcherCount: one<number>('topic.researcher-count', { maxKeys: 500 }),
} as const;

import { many, one } from '../core/loaders.js';
import type { ListRow } from '../core/pagination.js';
import type { HubPageParams } from '../work/work.lists.js';
import type { TopicRecord } from './topic.type.js';

export interface TopicResearcherRow extends ListRow {
  readonly works: number;
  readonly share: number;
}

export const topicLoaders = {
  byId: one<TopicRecord>('topic.by-id', { maxKeys: 500 }),
  works: many<ListRow, HubPageParams>('topic.works'),
  researchers: many<TopicResearcherRow, HubPageParams>('topic.researchers'),
  researcherCount: one<number>('topic.researcher-count', { maxKeys: 500 }),
} as const;

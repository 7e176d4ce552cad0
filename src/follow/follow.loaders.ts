import { many, one } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';

export interface FeedRow extends ListRow {
  readonly researcherId: string;
  readonly workId: string;
  readonly coauthorId: string | null;
  readonly at: string;
}

type FeedParams = PageParams & { readonly maxAuthors: number };

export const followLoaders = {
  /** True for researchers that the account follows, null for others. */
  followed: one<true, { readonly account: string }>('follow.followed', { maxKeys: 500 }),
  following: many<ListRow, PageParams>('follow.following'),
  followingCount: one<number>('follow.following-count'),
  worksFollowed: one<number>('follow.works-followed'),
  feed: many<FeedRow, FeedParams>('follow.feed', { maxKeys: 1 }),
  feedOfNewest: many<FeedRow, FeedParams>('follow.feed-of-newest', { maxKeys: 1 }),
} as const;

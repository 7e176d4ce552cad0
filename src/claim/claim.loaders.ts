import { many, one } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';
import type { Claim } from './claim.type.js';

export const claimLoaders = {
  byId: one<Claim>('claim.by-id'),
  ofAccounts: many<Claim>('claim.of-accounts'),
  pending: many<ListRow, PageParams>('claim.pending'),
  pendingCount: one<number>('claim.pending-count'),
} as const;

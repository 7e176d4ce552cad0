import { many } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';
import type { Deed } from './audit.log.js';

export const auditLoaders = {
  list: many<Deed & ListRow, PageParams & { readonly researcher: string | null }>('audit.list'),
} as const;

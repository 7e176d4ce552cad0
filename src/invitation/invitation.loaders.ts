import { many, one } from '../core/loaders.js';
import type { ListRow, PageParams } from '../core/pagination.js';
import type { Invitation, InvitationBox, InvitationStatus, Message } from './invitation.type.js';
import type { Standing } from './standing.js';

/** Whose eyes something is for. */
interface For {
  readonly account: string;
}
interface Box {
  readonly box: InvitationBox;
  readonly status: InvitationStatus | null;
}

export const invitationLoaders = {
  byId: one<Invitation, For>('invitation.by-id'),
  list: many<ListRow, PageParams & Box>('invitation.list'),
  /** How an account stands to researchers; of nobody the account is the empty text. */
  standing: one<Standing, For>('invitation.standing', { maxKeys: 500 }),
  message: one<Message, For>('message.by-id'),
  messages: many<Message & ListRow, PageParams & For>('message.list'),
} as const;

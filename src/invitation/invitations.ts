import { act, type Doing } from '../account/deeds.js';
import type { Context } from '../context.js';
import { ChangedError, conflict, notFound, PublicError } from '../core/errors.js';
import { type Statement, write } from '../core/queries.js';
import { invitationLoaders } from './invitation.loaders.js';
import type { InvitationStatus } from './invitation.type.js';
import { refuseBlocked, type Standing } from './standing.js';

/** Messages of one conversation. */
const MOST_MESSAGES = 10_000;
/** For so long, in milliseconds, the same text again is the same message, sent again. */
const SENT_AGAIN = 60_000;

interface StoredInvitation {
  readonly status: `${InvitationStatus}`;
  readonly role: 'SENDER' | 'RECIPIENT';
  readonly other: string;
  /** The name of that record. */
  readonly name: string;
  readonly owns: boolean;
  readonly otherOwns: boolean;
  readonly lastMessage: readonly [id: string, body: string, sentAt: string] | null;
  readonly messages: number;
}

const lock = write<{ account: string; researcher: string }, { readonly id: string }>('invitation.lock');
const create = write<
  { id: string; account: string; researcher: string; message: string; now: string },
  { readonly id: string }
>('invitation.create');
const load = write<{ id: string; account: string }, StoredInvitation>('invitation.load');
const decide = write<{ id: string; status: `${InvitationStatus}`; now: string }>('invitation.decide');
const addMessage = write<{ id: string; invitation: string; role: string; body: string; now: string }>('message.create');
const standing = invitationLoaders.standing.statement as Statement<
  { keys: readonly string[]; account: string },
  { readonly value: Standing }
>;

/**
 * Invites the owner of a researcher's record in the name of the record that whoever asks owns. The same invitation again
 * is given back. Throws FORBIDDEN or CONFLICT with what stands in the way.
 * @returns the invitation's id
 */
export const invite = (context: Context, researcher: string, message: string): Promise<string> =>
  act(context, async ({ transaction, by, now, id, done }) => {
    const account = by.id;
    await transaction.run(lock, { account, researcher });
    const [row] = await transaction.run(standing, { keys: [researcher], account });
    if (row === undefined) throw notFound('researcher', researcher);
    if (row.value.sent?.[2] === message) return row.value.sent[1];
    refuseBlocked(row.value);
    const created = await transaction.run(create, { id, account, researcher, message, now });
    if (created.length === 0) throw new ChangedError();
    done('INVITE', researcher, id);
    return id;
  });

/** Answers an invitation that whoever asks received; the same answer again changes nothing. Throws as `withdraw` does. */
export const respond = (context: Context, id: string, accept: boolean): Promise<string> =>
  act(context, async (doing) => {
    const invitation = await loadInvitation(doing, id);
    if (invitation.role === 'SENDER') throw new PublicError('FORBIDDEN', 'The answer is up to whom you invited.');
    if (accept && invitation.status === 'PENDING') refuseStrangers(invitation);
    return settle(doing, invitation, id, accept ? 'ACCEPTED' : 'DECLINED');
  });

/**
 * Takes an invitation back that whoever asks sent; again changes nothing. Throws NOT_FOUND for those whom it does not
 * concern, FORBIDDEN for the other one, CONFLICT where it was answered or taken back.
 */
export const withdraw = (context: Context, id: string): Promise<string> =>
  act(context, async (doing) => {
    const invitation = await loadInvitation(doing, id);
    if (invitation.role === 'RECIPIENT')
      throw new PublicError('FORBIDDEN', 'Only who sent an invitation takes it back; you may decline it.');
    return settle(doing, invitation, id, 'WITHDRAWN');
  });

/**
 * Writes into the conversation of an invitation that was accepted. The writer's last text again within a minute, with
 * nothing said in between, is the same message. Throws NOT_FOUND for those whom it does not concern, FORBIDDEN where the
 * writer owns the record no more, CONFLICT before it was accepted and where the conversation is full.
 * @returns the message's id
 */
export const sendMessage = (context: Context, invitation: string, body: string): Promise<string> =>
  act(context, async (doing) => {
    const { transaction, now, id, done } = doing;
    const loaded = await loadInvitation(doing, invitation);
    const { status, role, other, lastMessage, messages } = loaded;
    if (status !== 'ACCEPTED') throw conflict('Both may write once the invitation is accepted.');
    refuseStrangers(loaded);
    if (lastMessage !== null) {
      const [lastId, lastBody, sentAt] = lastMessage;
      if (lastId === id || (lastBody === body && Date.parse(now) - Date.parse(sentAt) < SENT_AGAIN)) return lastId;
    }
    if (messages >= MOST_MESSAGES)
      throw conflict(`The conversation has ${MOST_MESSAGES} messages, the most there may be.`);
    await transaction.run(addMessage, { id, invitation, role, body, now });
    done('SEND_MESSAGE', other, invitation);
    return id;
  });

async function loadInvitation({ transaction, by }: Doing, id: string): Promise<StoredInvitation> {
  const [invitation] = await transaction.run(load, { id, account: by.id });
  if (invitation === undefined) throw notFound('invitation of yours', id);
  return invitation;
}

/** Nobody is spoken to in the name of a record that is another's, or nobody's, by now. */
function refuseStrangers({ owns, otherOwns, name }: StoredInvitation): void {
  if (!owns) throw new PublicError('FORBIDDEN', 'The record in whose name you speak here is not yours any more.');
  if (!otherOwns) throw new PublicError('FORBIDDEN', `${name} is not the record of whom you spoke with any more.`);
}

const actions = {
  ACCEPTED: 'ACCEPT_INVITATION',
  DECLINED: 'DECLINE_INVITATION',
  WITHDRAWN: 'WITHDRAW_INVITATION',
} as const;

async function settle(
  { transaction, now, done }: Doing,
  { status, other }: StoredInvitation,
  id: string,
  wanted: keyof typeof actions,
): Promise<string> {
  if (status === wanted) return id;
  if (status !== 'PENDING') throw conflict(`The invitation was ${status.toLowerCase()}.`);
  await transaction.run(decide, { id, status: wanted, now });
  done(actions[wanted], other, id);
  return id;
}

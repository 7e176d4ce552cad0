import { type ErrorCode, PublicError } from '../core/errors.js';

type Latest = readonly [status: 'PENDING' | 'ACCEPTED', id: string, message: string] | null;

/** How somebody stands to a researcher whom they may want to invite. */
export interface Standing {
  readonly name: string;
  /** Whether the record is their own. */
  readonly own: boolean;
  readonly claimed: boolean;
  readonly open: boolean;
  /** Whether they own a record themselves. */
  readonly ownsRecord: boolean;
  /** The latest invitation to that researcher's owner, and from there, that is pending or was accepted. */
  readonly sent: Latest;
  readonly received: Latest;
  /** How many of their invitations are pending. */
  readonly waiting: number;
}

/** Invitations of one person that may be pending at once. */
const MOST_WAITING = 50;

/** Why somebody who logged in cannot invite a researcher; null where they can. */
export function blocked(standing: Standing): { readonly code: ErrorCode; readonly reason: string } | null {
  const { name, own, claimed, open, ownsRecord, sent, received, waiting } = standing;
  if (!ownsRecord) return { code: 'FORBIDDEN', reason: 'Claim your own record first: an invitation comes from one.' };
  if (own) return { code: 'FORBIDDEN', reason: 'This is your own record.' };
  if (!claimed) return { code: 'FORBIDDEN', reason: `${name} has not claimed this record yet.` };
  if (sent?.[0] === 'ACCEPTED' || received?.[0] === 'ACCEPTED')
    return { code: 'CONFLICT', reason: `You and ${name} are in conversation already.` };
  if (sent !== null) return { code: 'CONFLICT', reason: `You have invited ${name}; the answer is still to come.` };
  if (received !== null) return { code: 'CONFLICT', reason: `${name} has invited you: answer that invitation.` };
  if (!open) return { code: 'FORBIDDEN', reason: `${name} is not open to collaboration at present.` };
  if (waiting >= MOST_WAITING)
    return { code: 'CONFLICT', reason: `${waiting} of your invitations wait for an answer: withdraw one first.` };
  return null;
}

/** Throws what stands in the way of an invitation. */
export function refuseBlocked(standing: Standing): void {
  const found = blocked(standing);
  if (found !== null) throw new PublicError(found.code, found.reason);
}

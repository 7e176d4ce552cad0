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
  /** When that researcher's owner last declined one of theirs. */
  readonly declinedAt: string | null;
  /** How many of their invitations are pending. */
  readonly waiting: number;
}

/** Invitations of one person that may be pending at once. */
const MOST_WAITING = 50;
/** After a no, so many days pass before the same person may be asked again. */
const PAUSE_DAYS = 30;
const DAY = 86_400_000;

/** Why somebody who logged in cannot invite a researcher; null where they can. */
export function blocked(standing: Standing): { readonly code: ErrorCode; readonly reason: string } | null {
  const { name, own, claimed, open, ownsRecord, sent, received, declinedAt, waiting } = standing;
  if (!ownsRecord) return { code: 'FORBIDDEN', reason: 'Claim your own record first: an invitation comes from one.' };
  if (own) return { code: 'FORBIDDEN', reason: 'This is your own record.' };
  if (!claimed) return { code: 'FORBIDDEN', reason: `${name} has not claimed this record yet.` };
  if (sent?.[0] === 'ACCEPTED' || received?.[0] === 'ACCEPTED')
    return { code: 'CONFLICT', reason: `You and ${name} are in conversation already.` };
  if (sent !== null) return { code: 'CONFLICT', reason: `You have invited ${name}; the answer is still to come.` };
  if (received !== null) return { code: 'CONFLICT', reason: `${name} has invited you: answer that invitation.` };
  if (!open) return { code: 'FORBIDDEN', reason: `${name} is not open to collaboration at present.` };
  const again = declinedAt === null ? 0 : Date.parse(declinedAt) + PAUSE_DAYS * DAY;
  if (again > Date.now()) return { code: 'CONFLICT', reason: `${name} has declined: ask again from ${day(again)}.` };
  if (waiting >= MOST_WAITING)
    return { code: 'CONFLICT', reason: `${waiting} of your invitations wait for an answer: withdraw one first.` };
  return null;
}

/** A day as 2026-11-24, the next one where the moment is not its start. */
const day = (moment: number): string => new Date(Math.ceil(moment / DAY) * DAY).toISOString().slice(0, 10);

/** Throws what stands in the way of an invitation. */
export function refuseBlocked(standing: Standing): void {
  const found = blocked(standing);
  if (found !== null) throw new PublicError(found.code, found.reason);
}

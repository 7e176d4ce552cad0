import { act, type Doing } from '../account/deeds.js';
import type { Context } from '../context.js';
import { ChangedError, conflict, notFound, PublicError } from '../core/errors.js';
import { read, write } from '../core/queries.js';
import { isModerator } from '../core/viewer.js';
import { settleClaim } from './claim.state.js';
import type { ClaimState } from './claim.type.js';

interface Situation {
  readonly orcid: string | null;
  readonly orcidAlone: boolean;
  readonly owner: string | null;
  readonly owned: string | null;
  readonly open: string | null;
  readonly pending: number;
}
interface StoredClaim {
  readonly state: `${ClaimState}`;
  readonly researcher: string;
  readonly account: string;
  readonly owned: string | null;
  readonly owner: string | null;
}
type Of = { readonly account: string; readonly researcher: string };

const lock = write<{ researcher: string }, { readonly id: string }>('claim.lock');
const situation = read<Of, Situation>('claim.situation');
const create = write<Of & { id: string; evidence: string | null; now: string }>('claim.create');
const load = write<{ id: string }, StoredClaim>('claim.load');
const decide = write<{ id: string; state: `${ClaimState}`; reason: string | null; now: string }>('claim.decide');
const own = write<Of & { id: string; reason: string; now: string }, { readonly rejected: string }>('claim.own');

/** Claims of one person that may wait at once. */
const MOST_PENDING = 5;
const HAS_OWNER = 'Somebody else was found to be the owner of the record.';

/**
 * Claims a record for whoever asks: approved at once where the iD that their login vouches for is the record's, and not
 * only ORCID's own record says so, which anybody may fill; else it waits for a moderator. A claim that is open already is
 * given back. Throws NOT_FOUND, and CONFLICT where the record or the person has another.
 * @returns the claim's id
 */
export const claimResearcher = (context: Context, researcher: string, evidence: string | null): Promise<string> =>
  act(context, async (doing) => {
    const { transaction, by, now, id, done } = doing;
    await transaction.run(lock, { researcher });
    const [found] = await transaction.run(situation, { account: by.id, researcher });
    if (found === undefined) throw new ChangedError();
    const isTheirs = by.orcid !== null && by.orcid === found.orcid && !found.orcidAlone;
    if (found.open !== null && !(isTheirs && found.owner === null && found.owned === null)) return found.open;
    if (found.owner !== null) throw conflict('The record has an owner.');
    if (found.owned !== null) throw conflict(`You own ${found.owned}: withdraw that claim first, one record an owner.`);
    const claim = found.open ?? id;
    if (found.open === null) {
      if (found.pending >= MOST_PENDING)
        throw conflict(`You have ${found.pending} claims that wait for a moderator: withdraw one first.`);
      await transaction.run(create, { id, account: by.id, researcher, evidence, now });
      done('CLAIM', researcher, id);
    }
    if (isTheirs)
      await approve(
        doing,
        { id: claim, account: by.id, researcher },
        'The ORCID iD of the login is that of the record.',
      );
    await settle(doing, researcher);
    return claim;
  });

/** Takes a claim of whoever asks back; a record that it gave them has no owner then. Throws NOT_FOUND, CONFLICT. */
export const withdrawClaim = (context: Context, id: string): Promise<string> =>
  act(context, async (doing) => {
    const claim = await loadClaim(doing, id);
    if (claim.account !== doing.by.id) throw notFound('claim of yours', id);
    if (claim.state === 'WITHDRAWN') return id;
    if (claim.state === 'REJECTED') throw conflict('The claim was rejected. You may claim the record again.');
    await doing.transaction.run(decide, { id, state: 'WITHDRAWN', reason: null, now: doing.now });
    doing.done('WITHDRAW_CLAIM', claim.researcher, id);
    await settle(doing, claim.researcher);
    return id;
  });

/**
 * Decides a claim, or takes a record away from an owner whose approval was a mistake. The same decision again changes
 * nothing. Throws NOT_FOUND, FORBIDDEN for one's own claim, and CONFLICT where it was withdrawn or rejected, or an owner
 * is in the way.
 */
export const reviewClaim = (
  context: Context,
  id: string,
  { approved, reason }: { readonly approved: boolean; readonly reason: string | null },
): Promise<string> =>
  act(context, async (doing) => {
    const claim = await loadClaim(doing, id);
    const { state, researcher, account, owned, owner } = claim;
    if (account === doing.by.id) throw new PublicError('FORBIDDEN', 'Somebody else must review your own claim.');
    if (state === (approved ? 'APPROVED' : 'REJECTED')) return id;
    if (state === 'WITHDRAWN') throw conflict('The claim was withdrawn.');
    if (state === 'REJECTED') throw conflict('The claim was rejected: it must be made again.');
    if (approved) {
      if (owner !== null) throw conflict('The record has an owner.');
      if (owned !== null) throw conflict(`Whoever claims it owns ${owned}: one record an owner.`);
      await approve(doing, { id, account, researcher }, reason);
    } else {
      await doing.transaction.run(decide, { id, state: 'REJECTED', reason, now: doing.now });
      doing.done('REJECT_CLAIM', researcher, id);
    }
    await settle(doing, researcher);
    return id;
  });

async function loadClaim({ transaction, by }: Doing, id: string): Promise<StoredClaim> {
  const [claim] = await transaction.run(load, { id });
  if (claim === undefined || (claim.account !== by.id && !isModerator(by))) throw notFound('claim', id);
  return claim;
}

async function approve(
  { transaction, now, done }: Doing,
  claim: Of & { id: string },
  reason: string | null,
): Promise<void> {
  await transaction.run(decide, { id: claim.id, state: 'APPROVED', reason, now });
  done('APPROVE_CLAIM', claim.researcher, claim.id);
  for (const { rejected } of await transaction.run(own, { ...claim, reason: HAS_OWNER, now }))
    done('REJECT_CLAIM', claim.researcher, rejected);
}

async function settle({ transaction, now, changes }: Doing, researcher: string): Promise<void> {
  if (await settleClaim(transaction, researcher, now)) changes.add('UPDATED', 'RESEARCHER', researcher);
}

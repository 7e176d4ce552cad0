import { settleClaim } from '../claim/claim.state.js';
import type { Transaction } from '../core/database.js';
import { read, write } from '../core/queries.js';
import { CLAIM_OF_MERGED } from '../ingest/online/moves.js';

/** What people have to do with a researcher, but for its owner. */
export interface People {
  readonly followers: readonly (readonly [account: string, at: string | null, both: boolean])[];
  readonly claims: readonly (readonly [id: string, isPending: boolean])[];
  /** Ids of invitations. */
  readonly sent: readonly string[];
  readonly received: readonly string[];
}

const find = read<{ id: string; keepId: string }, People>('curation.people-of');
const keep = write<{ curation: string; people: People }>('curation.keep-people');
const approvedSince = read<{ curation: string }, { readonly claim: string }>('curation.approved-since');
const give = write<{ curation: string; from: string; to: string; reason: string }>('curation.return-people');
const lock = write<{ ids: readonly string[] }>('curation.lock');

const NOBODY: People = { followers: [], claims: [], sent: [], received: [] };

/** Lets what people do with records wait until the decision about those is carried out. */
export const holdPeople = async (transaction: Transaction, ids: readonly string[]): Promise<void> => {
  await transaction.run(lock, { ids });
};

/** Followers, claims and invitations of a record that is to become a part of another. */
export const peopleOf = async (transaction: Transaction, id: string, keepId: string): Promise<People> =>
  (await transaction.run(find, { id, keepId }))[0] ?? NOBODY;

/** Keeps them with the decision. */
export const keepPeople = async (transaction: Transaction, curation: string, people: People): Promise<void> => {
  await transaction.run(keep, { curation, people });
};

/** A claim that went over with a merge and was approved since: its owner would be nobody's. Null where there is none. */
export const claimApprovedSince = async (transaction: Transaction, curation: string): Promise<string | null> =>
  (await transaction.run(approvedSince, { curation }))[0]?.claim ?? null;

/** Gives a record back what went to another with a merge; both then say what has become of the claims on them. */
export async function giveBack(
  transaction: Transaction,
  { curation, from, to, now }: { readonly curation: string; readonly from: string; readonly to: string; now: string },
): Promise<void> {
  await transaction.run(give, { curation, from, to, reason: CLAIM_OF_MERGED });
  for (const id of [from, to]) await settleClaim(transaction, id, now);
}

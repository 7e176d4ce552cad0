import { settleClaim } from '../claim/claim.state.js';
import type { Transaction } from '../core/database.js';
import { read, write } from '../core/queries.js';
import { CLAIM_OF_MERGED } from '../ingest/online/moves.js';

/** What people have to do with a researcher, but for its owner and followers. */
export interface People {
  readonly claims: readonly (readonly [id: string, state: string, reason: string | null, decidedAt: string | null])[];
  /** Ids of invitations. */
  readonly sent: readonly string[];
  readonly received: readonly string[];
}

const find = read<{ id: string }, People>('curation.people-of');
const give = write<{ from: string; to: string; people: People; reason: string }>('curation.give-people');

const NOBODY: People = { claims: [], sent: [], received: [] };

/** The claims on a researcher's record and the invitations to and from it. */
export async function peopleOf(transaction: Transaction, id: string): Promise<People> {
  return (await transaction.run(find, { id }))[0] ?? NOBODY;
}

/** Gives a record back what went to another with a merge; both then say what has become of the claims on them. */
export async function giveBack(
  transaction: Transaction,
  { from, to, people = NOBODY }: { readonly from: string; readonly to: string; readonly people: People | undefined },
): Promise<void> {
  if (people.claims.length + people.sent.length + people.received.length === 0) return;
  await transaction.run(give, { from, to, people, reason: CLAIM_OF_MERGED });
  for (const id of [from, to]) await settleClaim(transaction, id);
}

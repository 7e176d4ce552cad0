import type { Transaction } from '../core/database.js';
import { write } from '../core/queries.js';

/** What became of an id. */
export interface FormerId {
  readonly id: string;
  readonly state: 'MERGED' | 'SPLIT' | 'DELETED';
  /** Ids that stand for it now: one of a MERGED, all of a SPLIT with its own first, none of a DELETED. */
  readonly targets: readonly string[];
  /** In words, for those who held the id. */
  readonly reason: string;
  /** The moderator's decision that it follows from; not given where a source said so. */
  readonly curation?: string | undefined;
  /** The date of the source's record that says so, where it has one. */
  readonly date?: string | null | undefined;
}
/** What was noted of an id before, for who takes the change back; null where it had not moved. */
export interface FormerNote {
  readonly id: string;
  readonly before: (Omit<FormerId, 'id'> & { readonly at: string }) | null;
}

const retire = write<{ rows: readonly FormerId[]; now: string }, FormerNote>('graph.retire-ids');
const restore = write<{ ids: readonly string[] }>('graph.restore-ids');

/**
 * Notes what became of ids, so that they keep resolving. Moves and deletes no node, and logs nothing: that is the
 * caller's, in the same transaction. A target may move later in its turn: who asks is led to where it went.
 */
export const retireIds = (
  transaction: Transaction,
  rows: readonly FormerId[],
  now: string,
): Promise<readonly FormerNote[]> => transaction.run(retire, { rows, now });

/** Takes back what was noted of ids that stand for nodes of their own again. */
export async function restoreIds(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.run(restore, { ids });
}

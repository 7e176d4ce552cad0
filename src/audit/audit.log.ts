import type { Transaction } from '../core/database.js';
import { read, write } from '../core/queries.js';
import type { Action } from './audit.type.js';

/** What somebody did, as it is kept. */
export interface Deed {
  /** Made before the transaction began, so that a deed that is sent again is noted once. */
  readonly id: string;
  readonly at: string;
  readonly action: `${Action}`;
  /** Null where it was done in the shell. */
  readonly accountId: string | null;
  readonly name: string | null;
  readonly researcherId: string | null;
  /** Id of the claim, invitation or curation. */
  readonly subject: string | null;
}

const note = write<{ entry: Deed }>('audit.note');
const find = read<{ id: string }, { readonly deed: Deed }>('audit.find');
const forget = write<{ account: string; nobody: string }>('audit.forget');

/** What stands in a decision in the place of a moderator who deleted the account. */
const NOBODY = 'a former moderator';

/** Notes a deed in the transaction that does it. */
export const noteDeed = async (transaction: Transaction, entry: Deed): Promise<void> => {
  await transaction.run(note, { entry });
};

/** A deed that was noted before, or null. */
export const findDeed = async (transaction: Transaction, id: string): Promise<Deed | null> =>
  (await transaction.run(find, { id }))[0]?.deed ?? null;

/** Takes the name of somebody out of what is noted. */
export const forgetName = async (transaction: Transaction, account: string): Promise<void> => {
  await transaction.run(forget, { account, nobody: NOBODY });
};

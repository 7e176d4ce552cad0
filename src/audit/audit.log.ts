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
  /** Of the request that asked for it, where it has a key; and what it gave. */
  readonly request?: string | null;
  readonly result?: string;
}

const note = write<{ entry: Deed }>('audit.note');
const find = read<{ id: string; request: string | null }, { readonly result: string }>('audit.find');
const forget = write<{ account: string; nobody: string }>('audit.forget');

/** What stands in a decision in the place of a moderator who deleted the account. */
const NOBODY = 'a former moderator';

/** Notes a deed in the transaction that does it. */
export const noteDeed = async (transaction: Transaction, entry: Deed): Promise<void> => {
  await transaction.run(note, { entry });
};

/** What a deed gave that was noted before, by the id of its entry or the key of its request; null where there is none. */
export const findResult = async (
  transaction: Transaction,
  { id, request }: { readonly id: string; readonly request: string | null },
): Promise<string | null> => (await transaction.run(find, { id, request }))[0]?.result ?? null;

/** Takes the name of somebody out of what is noted. */
export const forgetName = async (transaction: Transaction, account: string): Promise<void> => {
  await transaction.run(forget, { account, nobody: NOBODY });
};

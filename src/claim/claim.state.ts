import type { Transaction } from '../core/database.js';
import { write } from '../core/queries.js';

const settle = write<{ researcher: string; now: string }, { readonly changed: boolean }>('claim.settle');

/** Lets a record say what has become of the claims on it: claimed, pending, or neither. True where that is new. */
export async function settleClaim(transaction: Transaction, researcher: string, now: string): Promise<boolean> {
  const [settled] = await transaction.run(settle, { researcher, now });
  return settled?.changed ?? false;
}

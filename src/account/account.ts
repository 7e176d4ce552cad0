import { forgetName } from '../audit/audit.log.js';
import { settleClaim } from '../claim/claim.state.js';
import type { Context } from '../context.js';
import { write } from '../core/queries.js';
import { act } from './deeds.js';

const lock = write<{ account: string }, { readonly id: string }>('account.lock');
const remove = write<{ account: string }, { readonly researchers: readonly string[] }>('account.delete');

/** Takes the account of whoever asks away, with all that is personal; a record that it owned has no owner then. */
export const deleteAccount = (context: Context): Promise<boolean> =>
  act(
    context,
    async ({ transaction, by, now, changes, done }) => {
      const account = by.id;
      if ((await transaction.run(lock, { account })).length === 0) return true;
      const [removed] = await transaction.run(remove, { account });
      await forgetName(transaction, account);
      for (const researcher of removed?.researchers ?? [])
        if (await settleClaim(transaction, researcher, now)) changes.add('UPDATED', 'RESEARCHER', researcher);
      done('DELETE_ACCOUNT', null);
      return true;
    },
    { keep: false },
  );

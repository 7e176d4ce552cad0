import { act } from '../account/deeds.js';
import type { Context } from '../context.js';
import { PublicError } from '../core/errors.js';
import { write } from '../core/queries.js';

/** What an owner says of a record; what is absent stays as it is. */
export interface Profile {
  /** Null: the sentence that is drawn from the works. */
  readonly headline?: string | null;
  /** Null: open to it. */
  readonly openToCollaborate?: false | null;
}

const update = write<{ account: string; profile: Profile }, { readonly researcher: string; readonly changed: boolean }>(
  'claim.update-profile',
);

/** Keeps what whoever asks says of the record that they own. Throws FORBIDDEN where they own none. Gives its id. */
export const updateProfile = (context: Context, profile: Profile): Promise<string> =>
  act(context, async ({ transaction, by, changes, done }) => {
    const [updated] = await transaction.run(update, { account: by.id, profile });
    if (updated === undefined)
      throw new PublicError('FORBIDDEN', 'You own no record. Claim yours first; a profile is that of its owner.');
    const { researcher, changed } = updated;
    if (changed) {
      changes.add('UPDATED', 'RESEARCHER', researcher);
      done('UPDATE_PROFILE', researcher);
    }
    return researcher;
  });

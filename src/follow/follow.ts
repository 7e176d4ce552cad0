import { act } from '../account/deeds.js';
import type { Context } from '../context.js';
import { ChangedError, conflict } from '../core/errors.js';
import { write } from '../core/queries.js';

type Of = { readonly account: string; readonly researcher: string };
const add = write<Of & { now: string; most: number }, { readonly followed: boolean; readonly added: boolean }>(
  'follow.add',
);
const remove = write<Of, { readonly removed: boolean }>('follow.remove');

/** Researchers that somebody may follow. */
const MOST = 5_000;

/** Lets whoever asks follow a researcher; again changes nothing. Throws CONFLICT where they follow too many. */
export const follow = (context: Context, researcher: string): Promise<string> =>
  act(context, async ({ transaction, by, now, done }) => {
    const [row] = await transaction.run(add, { account: by.id, researcher, now, most: MOST });
    if (row === undefined) throw new ChangedError();
    if (!row.followed) throw conflict(`You follow ${MOST} researchers, the most that one may.`);
    if (row.added) done('FOLLOW', researcher);
    return researcher;
  });

/** Lets whoever asks not follow a researcher any more; again changes nothing. */
export const unfollow = (context: Context, researcher: string): Promise<string> =>
  act(context, async ({ transaction, by, done }) => {
    const [row] = await transaction.run(remove, { account: by.id, researcher });
    if (row === undefined) throw new ChangedError();
    if (row.removed) done('UNFOLLOW', researcher);
    return researcher;
  });

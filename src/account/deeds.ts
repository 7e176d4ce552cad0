import { noteDeed } from '../audit/audit.log.js';
import type { Action } from '../audit/audit.type.js';
import type { Context } from '../context.js';
import { isConstraintViolation, type Transaction } from '../core/database.js';
import { PublicError } from '../core/errors.js';
import { newId } from '../core/ids.js';
import { write } from '../core/queries.js';
import { requireViewer, type Viewer } from '../core/viewer.js';
import { Changes, logChanges } from '../graph/changes.log.js';

const keepAccount = write<{ account: string; name: string | null; orcid: string | null; now: string }>('account.keep');

/** What somebody does, while it is done: one write transaction. */
export interface Doing {
  readonly transaction: Transaction;
  readonly by: Viewer;
  /** The moment, the same when the transaction is run again. */
  readonly now: string;
  /** An id for what is made, the same when the transaction is run again. */
  readonly id: string;
  /** Nodes of the scholarly graph that change by it. */
  readonly changes: Changes;
  /** Notes that it is done now, not before: for the audit log. */
  done(action: `${Action}`, researcherId: string | null, subject?: string): void;
}

interface Options {
  /** False where the account need not be there, nor be made. */
  readonly keep?: boolean;
}

/**
 * Does something in the name of whoever sent a request, in one transaction with its entry in the audit log and, where the
 * scholarly graph changes, in the log of changes. The driver may run `work` again after it was committed: what it makes
 * has the id given, and what it finds done it leaves. Throws UNAUTHENTICATED, and CONFLICT where two deeds exclude one
 * another at the same moment.
 */
export async function act<Result>(
  context: Context,
  work: (doing: Doing) => Promise<Result>,
  { keep = true }: Options = {},
): Promise<Result> {
  const by = requireViewer(context.viewer);
  const [now, id, entryId] = [new Date().toISOString(), newId(), newId()];
  const { database, changesKept } = context;
  try {
    return await database.write(async (transaction) => {
      if (keep) await transaction.run(keepAccount, { account: by.id, name: by.name, orcid: by.orcid, now });
      const changes = new Changes();
      let entry: Parameters<Doing['done']> | undefined;
      const done: Doing['done'] = (...what) => {
        entry = what;
      };
      const result = await work({ transaction, by, now, id, changes, done });
      if (entry !== undefined) {
        const [action, researcherId, subject = null] = entry;
        // Who deletes the account leaves no name.
        const who = { accountId: by.id, name: keep ? by.name : null };
        await noteDeed(transaction, { id: entryId, at: now, action, ...who, researcherId, subject });
      }
      if (changes.rows().length > 0) await logChanges(transaction, changes, { now, kept: changesKept });
      return result;
    });
  } catch (error) {
    if (isConstraintViolation(error))
      throw new PublicError('CONFLICT', 'Somebody else did something at the same moment that excludes this.');
    throw error;
  } finally {
    context.forget();
  }
}

import { findResult, noteDeed } from '../audit/audit.log.js';
import type { Action } from '../audit/audit.type.js';
import type { Context } from '../context.js';
import { isConstraintViolation, type Transaction } from '../core/database.js';
import { conflict } from '../core/errors.js';
import { newId } from '../core/ids.js';
import { write } from '../core/queries.js';
import { nextDeedKey } from '../core/request-key.js';
import { requireViewer, type Viewer } from '../core/viewer.js';
import { Changes, logChanges } from '../graph/changes.log.js';

const keepAccount = write<{ account: string; name: string | null; orcid: string | null; now: string }>('account.keep');

/** Makes the account of somebody who does something, and lets their deeds wait for one another. */
export const keepAccountOf = async (
  transaction: Transaction,
  { id, name, orcid }: Viewer,
  now: string,
): Promise<void> => {
  await transaction.run(keepAccount, { account: id, name, orcid, now });
};

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
  /** Notes something that is done now, not before: for the audit log. */
  done(action: `${Action}`, researcherId: string | null, subject?: string): void;
}

interface Options {
  /** False where the account need not be there, nor be made. */
  readonly keep?: boolean;
}

/**
 * Does something in the name of whoever sent a request, in one transaction with its entry in the audit log and, where the
 * scholarly graph changes, in the log of changes. The driver may run `work` again after it was committed: what it makes
 * has the id given, and what it finds done it leaves. A request with a key that is sent again gets what it gave. Throws UNAUTHENTICATED, and CONFLICT where two deeds exclude one
 * another at the same moment.
 */
export async function act<Result extends string | boolean>(
  context: Context,
  work: (doing: Doing) => Promise<Result>,
  { keep = true }: Options = {},
): Promise<Result> {
  const by = requireViewer(context.viewer);
  const [now, id] = [new Date().toISOString(), newId()];
  const entryIds = [newId()];
  const request = nextDeedKey(context.requestKey, by.id);
  const { database, changesKept } = context;
  try {
    return await database.write(async (transaction) => {
      if (keep) await keepAccountOf(transaction, by, now);
      const before = request === null ? null : await findResult(transaction, { id, request });
      if (before !== null) return JSON.parse(before) as Result;
      const changes = new Changes();
      const deeds: Parameters<Doing['done']>[] = [];
      const done: Doing['done'] = (...deed) => void deeds.push(deed);
      const result = await work({ transaction, by, now, id, changes, done });
      // Who deletes the account leaves no name.
      const who = { accountId: by.id, name: keep ? by.name : null };
      for (const [at, [action, researcherId, subject = null]] of deeds.entries()) {
        entryIds[at] ??= newId();
        const named = at === 0 ? { request, result: JSON.stringify(result) } : {};
        await noteDeed(transaction, { id: entryIds[at], at: now, action, ...who, researcherId, subject, ...named });
      }
      if (changes.rows().length > 0) await logChanges(transaction, changes, { now, kept: changesKept });
      return result;
    });
  } catch (error) {
    if (isConstraintViolation(error))
      throw conflict('Somebody else did something at the same moment that excludes this.');
    throw error;
  } finally {
    context.forget();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '../core/database.js';
import { BrokenError, ClosedError, RefusedError, UnavailableError, UserFacingError } from '../core/errors.js';
import { inTime } from '../core/in-time.js';
import type { Statement } from '../core/queries.js';
import type { ServerRecord } from './record.js';

const PAUSE = 100;
const REFUSALS = 20;
/** How often it may say that its database is not open: some ten seconds. */
const CLOSED = 100;
/** The longest that it may take to answer. */
const ANSWER_LIMIT = 5_000;

const question: Statement<Record<string, never>, unknown> = { file: 'ready', mode: 'read' };

/**
 * Resolves true when the server answers a query; false when it has not within `limit` milliseconds, when `stopped`
 * says that it never will, or when it keeps answering with an error, as after its disk was full, or that its database is
 * not open. Throws where it keeps refusing the login.
 */
export async function answers(record: ServerRecord, limit: number, stopped: () => boolean): Promise<boolean> {
  const database = new Database(
    { uri: record.boltUri, user: record.user, password: record.password, database: 'neo4j', statementTimeout: 5_000 },
    new Map([[question.file, 'RETURN 1']]),
  );
  const end = Date.now() + limit;
  try {
    for (let [refusals, closed] = [0, 0]; ; ) {
      try {
        await inTime(database.execute(question, {}), { limit: ANSWER_LIMIT });
        return true;
      } catch (error) {
        // The database may open a moment after the port does.
        const answers = error instanceof BrokenError || error instanceof RefusedError;
        const silent = error instanceof UnavailableError && !answers;
        if (error instanceof ClosedError && ++closed === CLOSED) return false;
        if (!silent && ++refusals === REFUSALS) {
          if (error instanceof RefusedError) throw refused(record);
          return false;
        }
      }
      if (stopped() || Date.now() > end) return false;
      await sleep(PAUSE);
    }
  } finally {
    await database.close();
  }
}

const refused = (record: ServerRecord): UserFacingError =>
  new UserFacingError(
    `The embedded database at ${record.boltUri} refuses the login. If its password was changed, write the new one to neo4j.json.`,
  );

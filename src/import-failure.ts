import {
  BrokenError,
  ChangedError,
  RefusedError,
  StatementError,
  TimeoutError,
  UnavailableError,
  UserFacingError,
} from './core/errors.js';

const AGAIN = 'What was written is whole; import the same files again';
/** As the system, Java and DuckDB say it. */
const DISK_FULL = /no space left on device|ENOSPC/i;

/**
 * What an operator is told where something outside of an import ended it: a disk that is full, a database that is gone.
 * Any other error comes back as it is.
 */
export function importFailure(error: unknown): unknown {
  if (error instanceof UserFacingError) return error;
  if (error instanceof RefusedError)
    return new UserFacingError(
      `The database refuses the login. ${AGAIN} when NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD are those of the graph.`,
    );
  if (error instanceof UnavailableError && !(error instanceof BrokenError))
    return new UserFacingError(
      `The database went away while the import wrote into it. ${AGAIN} when it runs (the embedded one is started by the import itself).`,
    );
  if (error instanceof ChangedError)
    return new UserFacingError(`Others changed the graph at the same moment. ${AGAIN}.`);
  if (error instanceof TimeoutError)
    return new UserFacingError(`The database took too long to store a part. ${AGAIN} when it has less to do.`);
  const words = wordsOf(error);
  if (error instanceof BrokenError || (error instanceof StatementError && DISK_FULL.test(words)))
    return new UserFacingError(
      `The database cannot write any more (${words}): its disk is full, or damaged. ${AGAIN} when there is room, and, where the database is your own, when it was restarted.`,
    );
  if (DISK_FULL.test(words)) return new UserFacingError(`The disk is full (${words}). Make room and import again.`);
  return error;
}

/** The first line that an error says, without the dot at its end. */
function wordsOf(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  const told = error instanceof StatementError || error instanceof BrokenError;
  const source = told && cause instanceof Error ? cause : error;
  const [line = ''] = String(source instanceof Error ? source.message : source).split('\n');
  return line.replace(/\.$/, '').slice(0, 200);
}

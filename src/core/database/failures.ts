import { Neo4jError } from 'neo4j-driver';
import {
  BrokenError,
  ChangedError,
  ClosedError,
  RefusedError,
  StatementError,
  TimeoutError,
  UnavailableError,
} from '../errors.js';

const TIMEOUT_CODES = new Set([
  'Neo.ClientError.Transaction.TransactionTimedOut',
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
]);
/** Somebody ended it: a database that is being stopped, or we ourselves. */
const TERMINATED = new Set([
  'Neo.ClientError.Transaction.Terminated',
  'Neo.TransientError.Transaction.Terminated',
  // While it waited for a lock.
  'Neo.ClientError.Transaction.LockClientStopped',
]);

/** A writer removed what the statement had just found, or rearranged the edges along which it went. */
const OVERTAKEN = new Set(['Neo.ClientError.Statement.EntityNotFound', 'Neo.TransientError.Transaction.Outdated']);
const ALREADY_DEFINED = 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists';
const CONSTRAINT_BROKEN = 'Neo.ClientError.Schema.ConstraintValidationFailed';

/** Whether a read may be sent again: also where something was removed, since it then finds another state. */
export const mayRepeat = (error: unknown): boolean =>
  error instanceof Neo4jError && (error.retryable || isOvertaken(error));

/** Whether a writer came in between: until its commit is through, the same may meet the read again. */
export const isOvertaken = (error: unknown): boolean => error instanceof Neo4jError && OVERTAKEN.has(error.code);

/** Whether an error of `Database.write` says that a constraint holds what was to be written off. */
export const isConstraintViolation = (error: unknown): boolean =>
  error instanceof StatementError && error.cause instanceof Neo4jError && error.cause.code === CONSTRAINT_BROKEN;

/** Whether a constraint or an index could not be made because another process made the same. */
export const isAlreadyDefined = (error: unknown): boolean =>
  error instanceof Neo4jError && error.code === ALREADY_DEFINED;

/** The login is no good, or no longer. */
const REFUSED = new Set(
  ['Unauthorized', 'AuthenticationRateLimit', 'CredentialsExpired', 'TokenExpired', 'AuthorizationExpired'].map(
    (what) => `Neo.ClientError.Security.${what}`,
  ),
);

const CLOSED = /^Neo\.TransientError\.(General|Database)\.DatabaseUnavailable$/;

/** It could not write its own log, or refuses everything since. */
const BROKEN = /^Neo\.DatabaseError\.Transaction\./;

/** What the house calls an error of the driver's that the statement of a file met; any other error as it is. */
export function translate(file: string, error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (TIMEOUT_CODES.has(error.code)) return new TimeoutError();
  if (isOvertaken(error)) return new ChangedError(1);
  if (REFUSED.has(error.code)) return new RefusedError();
  // A full pool has the code "N/A" and is not called retryable, but it is the same to a client.
  if (CLOSED.test(error.code)) return new ClosedError();
  if (error.retryable || error.code === 'N/A' || TERMINATED.has(error.code)) return new UnavailableError();
  if (BROKEN.test(error.code)) return new BrokenError(error);
  return new StatementError(file, error);
}

import { GraphQLError } from 'graphql';

/** The codes that clients meet in `extensions.code`. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'TOO_COMPLEX'
  | 'TIMEOUT'
  | 'UNAVAILABLE';

/** An error whose text is meant for the client. Everything else is masked before it leaves the server. */
export class PublicError extends GraphQLError {
  constructor(code: ErrorCode, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...extensions, code } });
    this.name = new.target.name;
  }
}

/** What a mutation is to act on is not there, or is nothing to the caller. */
export const notFound = (what: string, id: string): PublicError =>
  new PublicError('NOT_FOUND', `There is no ${what} with the id ${id.slice(0, 100)}.`);

/** What is asked for stands against what is there already. */
export const conflict = (message: string): PublicError => new PublicError('CONFLICT', message);

/** An argument breaks a rule: the message names the argument, the rule, and what was given. */
export class BadInputError extends PublicError {
  constructor(argument: string, rule: string, given?: unknown) {
    const shown = given === undefined ? '' : `; got ${JSON.stringify(given)?.slice(0, 100)}`;
    super('BAD_USER_INPUT', `${argument} ${rule}${shown}`, { argument });
  }
}

/** The request asks for more than one request may; `limit` is the limit that it breaks. */
export class TooComplexError extends PublicError {
  constructor(message: string, extensions: Readonly<Record<string, number>> & { readonly limit: number }) {
    super('TOO_COMPLEX', `${message}. Ask for less at once.`, extensions);
  }
}

/** The caller has spent what a minute gives; the request may be sent again when the next one begins. */
export class RateLimitedError extends PublicError {
  constructor(readonly retryAfterSeconds: number) {
    super('RATE_LIMITED', `Too much was asked in a short time. Try again in ${retryAfterSeconds} s.`, {
      retryAfter: retryAfterSeconds,
    });
  }
}

/** The database did not answer in the time a statement may take. */
export class TimeoutError extends PublicError {
  constructor() {
    super('TIMEOUT', 'The graph took too long to answer this part. Ask for less at once, or try again.', {
      retryAfter: 5,
    });
  }
}

/** The database cannot be reached; the request may be tried again. */
export class UnavailableError extends PublicError {
  constructor(retryAfterSeconds = 5) {
    super('UNAVAILABLE', 'The graph database cannot be reached at the moment. Try again shortly.', {
      retryAfter: retryAfterSeconds,
    });
  }
}

/** The server answers, but has no such database open: not yet, or since it failed to open it. */
export class ClosedError extends UnavailableError {}

/** The database answers, but can do nothing until it is started anew, as when its disk was full; `cause` is for the log. */
export class BrokenError extends UnavailableError {
  constructor(override readonly cause: Error) {
    super();
  }
}

/** The database does not let us in: the configuration is wrong, or another database answers where ours was. */
export class RefusedError extends UnavailableError {}

/** The time that a request has is over, and the database has not answered; the request may be tried again. */
export class LateError extends PublicError {
  constructor() {
    super('UNAVAILABLE', 'The answer was not ready in time. Try again shortly, or ask for less at once.', {
      retryAfter: 5,
    });
  }
}

/** More is asked than the server can do at once; the request may be sent again in a moment. */
export class OverloadedError extends PublicError {
  constructor() {
    super('UNAVAILABLE', 'The server has too much to do at the moment. Try again shortly.', { retryAfter: 1 });
  }
}

/** The server is about to stop; another one, or this one when it is back, answers. */
export class StoppingError extends PublicError {
  constructor() {
    super('UNAVAILABLE', 'The server is about to stop. Try again shortly.', { retryAfter: 5 });
  }
}

/** What was asked about was changed or removed in the meantime; the request may be sent again in so many seconds. */
export class ChangedError extends PublicError {
  constructor(retryAfter = 0) {
    super('UNAVAILABLE', 'The graph changed in the meantime. Try again.', { retryAfter });
  }
}

/** A statement failed for a reason of ours; `message` holds the file and the driver's words, for the log alone. */
export class StatementError extends Error {
  constructor(
    readonly file: string,
    override readonly cause: unknown,
  ) {
    super(`${file}.cypher failed: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.name = 'StatementError';
  }
}

/** The operator's mistake or a missing requirement: the command line prints the sentence alone, without a stack. */
export class UserFacingError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UserFacingError';
  }
}

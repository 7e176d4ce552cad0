/** A request failed in a way that may pass: it is sent again, a bounded number of times. */
export class PassingFailure extends Error {
  constructor(
    message: string,
    /** Milliseconds that the service asks to wait. */
    readonly wait = 0,
  ) {
    super(message);
    this.name = 'PassingFailure';
  }
}

/** An answer is not what was asked for. It may have been cut, so the request is sent again. */
export class BadAnswer extends PassingFailure {
  constructor(why: string) {
    super(`gave an answer that cannot be used: ${why}`);
    this.name = 'BadAnswer';
  }
}

interface Told {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly cause?: unknown;
}

/** What went wrong below `fetch`, which itself says `fetch failed` or `terminated`. */
export function connectionFailure(error: unknown): PassingFailure {
  const told: Told = Object(error);
  if (told.name === 'TimeoutError') return new PassingFailure('did not answer in time');
  const below: Told = Object(told.cause);
  const reason = below.message || below.code || told.message || String(error);
  return new PassingFailure(`could not be read: ${reason}`);
}

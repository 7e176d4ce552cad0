import { PublicError } from '../core/errors.js';

/** The request has an Authorization header that proves nothing: it is refused, and never taken for anybody's without one. */
export class InvalidTokenError extends PublicError {
  /** What RFC 6750 asks for beside the status 401. */
  readonly challenge: string;

  /** `description` is for the client; `reason` for the log alone. */
  constructor(
    description: string,
    readonly reason: string = description,
  ) {
    super('UNAUTHENTICATED', description);
    this.challenge = `Bearer error="invalid_token", error_description="${description}"`;
  }
}

/** The issuer's keys cannot be had, so that no token can be checked; the request may be sent again. */
export class IssuerUnavailableError extends PublicError {
  /** `reason` is for the log alone. */
  constructor(
    readonly reason: string,
    retryAfterSeconds = 5,
  ) {
    super('UNAVAILABLE', 'The login service cannot be reached at the moment. Try again shortly.', {
      retryAfter: retryAfterSeconds,
    });
  }
}

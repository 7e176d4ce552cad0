import { hash as digest } from 'node:crypto';

/** Fingerprint of a record's text: tells whether a record came again unchanged. */
export const fingerprint = (text: Buffer | string): string =>
  digest('sha256', text, 'buffer').subarray(0, 16).toString('base64url');

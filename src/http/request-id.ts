import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { readTraceParent } from '../observe/trace-parent.js';

/** What a client or a proxy may call a request: nothing that a log or a header could take for something else. */
const SANE = /^[\w.:-]{8,128}$/;

/** What a request is called in the log and in its answer: as its client says, else by its trace, else by a new id. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && SANE.test(given)) return given;
  return readTraceParent(headers.traceparent)?.traceId ?? randomUUID();
}

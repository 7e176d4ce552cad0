import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

/**
 * What is kept of an error. Others' errors carry more than that: one of a token holds all of its claims, one of the
 * driver what the statement was given.
 */
function errorEntry(error: Error): object {
  const { type, message, stack, code } = stdSerializers.err(error);
  return { type, message, stack, ...(typeof code === 'string' && { code }) };
}

/** Nothing of what a request or an answer holds: no header, no address, no text. */
const nothing = (): undefined => undefined;

/** The server's log: JSON, one entry a line, on `stream` or the standard output. */
export const createLog = (level: string, stream?: DestinationStream): Logger =>
  pino({ level, serializers: { err: errorEntry, req: nothing, res: nothing } }, stream);

import type { IncomingMessage } from 'node:http';
import { isLoopback } from './issuer.js';

/** Who comes through a proxy may come from anywhere. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

type Headers = Pick<IncomingMessage, 'headers' | 'httpVersion'>;

/** As a browser of this machine calls this server: `http://localhost:4000`; null where that is no name of this machine. */
export function localOrigin({ headers: { host = '' } }: Headers): string | null {
  const address = `http://${host}`;
  if (!/^[\w.[\]:]+$/.test(host) || !URL.canParse(address)) return null;
  const { hostname, origin } = new URL(address);
  return isLoopback(hostname) ? origin : null;
}

/** Whether a proxy passed the request on: one that says so, or speaks as those do that say nothing by default (HTTP/1.0). */
export const wasForwarded = ({ headers, httpVersion }: Headers): boolean =>
  httpVersion === '1.0' || FORWARDED.some((name) => headers[name] !== undefined);

/**
 * Whether a request was sent on this machine, to a name of this machine: a page elsewhere whose name was made to lead here
 * sends another, and a proxy says that it is one.
 */
export const isFromThisMachine = (request: Headers & Pick<IncomingMessage, 'socket'>): boolean =>
  isLoopback(request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '') &&
  localOrigin(request) !== null &&
  !wasForwarded(request);

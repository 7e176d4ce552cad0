import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { portOf } from './driver.js';

/** What a Bolt client says first: who it is, and the versions that it speaks. */
const HELLO = Buffer.from([0x60, 0x60, 0xb0, 0x17, 0, 4, 4, 5, 0, 0, 4, 4, ...Array(8).fill(0)]);

/**
 * Resolves when whoever listens at a bolt:// or neo4j:// address answers the first word of a Bolt client; rejects where
 * it does not within `limit` milliseconds. Unlike the driver's, this connection ends with the question: a server that
 * stays silent for an hour would collect thousands.
 */
export function greet(uri: string, limit: number): Promise<void> {
  const { protocol, hostname } = new URL(uri);
  const to = { host: hostname.replace(/^\[|\]$/g, ''), port: portOf(uri) };
  // Nothing is said that anybody may not hear: whose certificate it is does not matter here.
  const socket = /\+s(sc)?:$/.test(protocol) ? connectSecurely({ ...to, rejectUnauthorized: false }) : connect(to);
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No answer')), limit);
    socket
      .once('data', () => resolve())
      .once('error', reject)
      .once('close', () => reject(new Error('The connection was closed')))
      .once('close', () => clearTimeout(timer));
    socket.write(HELLO);
  }).finally(() => socket.destroy());
}

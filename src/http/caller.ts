import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/**
 * Whose budget a request is paid from: that of whoever logged in, else that of its address, as TRUST_PROXY lets it be
 * known. An IPv6 caller is its network of 64 bits, since whoever has one has them all. Requests without a readable
 * address share one budget.
 */
export function callerOf({ ip, viewer }: Pick<FastifyRequest, 'ip' | 'viewer'>): string {
  if (viewer) return `viewer ${viewer.id}`;
  if (!ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  return address instanceof ipaddr.IPv6
    ? `${new ipaddr.IPv6([...address.parts.slice(0, 4), 0, 0, 0, 0])}/64`
    : address.toString();
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RateLimitedError } from '../../src/core/errors.js';

/** A server that refuses first and passes on what comes after. */
export interface LimitingProxy {
  readonly address: string;
  close(): void;
}

/** Stands before a server and answers the first requests as it does where a caller has no points left for a second. */
export async function startLimitingProxy(address: string, refusals: number): Promise<LimitingProxy> {
  let left = refusals;
  const refusal = JSON.stringify({ errors: [new RateLimitedError(1).toJSON()] });
  const proxy = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.setHeader('content-type', 'application/json');
    if (left-- > 0) return response.writeHead(429, { 'retry-after': '1' }).end(refusal);
    const answer = await fetch(address + request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.concat(parts),
    });
    return response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const { port } = proxy.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => void proxy.close() };
}

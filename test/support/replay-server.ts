import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer to replay. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** The connection ends in the middle of the body. */
  readonly cut?: boolean;
  /** Half of the body is sent, and nothing more. */
  readonly hang?: boolean;
}

export interface Received {
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

/** `nth` counts the requests for the same address from 1. */
export type Answer = (url: URL, nth: number) => Reply;

export interface ReplayServer {
  readonly address: string;
  readonly received: Received[];
  /** Settles when the server hangs in the middle of an answer. */
  readonly hanging: Promise<void>;
  readonly close: () => Promise<void>;
}

/** A public service on this machine: it gives recorded answers, and its failures. */
export async function replayServer(answer: Answer): Promise<ReplayServer> {
  const received: Received[] = [];
  let nowHanging = (): void => {};
  const hanging = new Promise<void>((resolve) => {
    nowHanging = resolve;
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://replay');
    received.push({ url, headers: request.headers });
    const reply = answer(url, received.filter((one) => one.url.href === url.href).length);
    send(response, reply);
    if (reply.hang) nowHanging();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    hanging,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '', cut, hang }: Reply): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
  if (!cut && !hang) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, bytes.length / 2), () => cut && response.destroy());
}

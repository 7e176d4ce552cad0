import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A span as a collector gets it (OTLP, JSON). */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  /** What the service that sent it is called. */
  readonly service: unknown;
}

/** Takes what a server tells of its requests, as a collector of OpenTelemetry does. */
export interface Collector {
  readonly address: string;
  readonly spans: readonly CollectedSpan[];
  /** The content type of each delivery, and the path that it was sent to. */
  readonly deliveries: readonly string[];
  close(): Promise<void>;
}

interface Delivery {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: CollectedSpan['attributes'] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<CollectedSpan, 'service'>[] }[];
  }[];
}

/** Starts one on a free port of this machine. */
export async function startCollector(): Promise<Collector> {
  const spans: CollectedSpan[] = [];
  const deliveries: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const type = request.headers['content-type'];
    deliveries.push(`${type} ${request.url}`);
    if (type === 'application/json')
      for (const { resource, scopeSpans } of (JSON.parse(body) as Delivery).resourceSpans) {
        const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue;
        spans.push(...scopeSpans.flatMap((scope) => scope.spans.map((span) => ({ ...span, service }))));
      }
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    deliveries,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

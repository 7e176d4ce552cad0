import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  type Context,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { Logger } from 'pino';
import type { Config } from '../config.js';
import type { StatementObserver } from '../core/statement-listeners.js';
import { projectVersion } from '../project.js';
import type { TraceParent } from './trace-parent.js';

/** The span that what happens now belongs to; an operation takes the place of its request. */
interface Current {
  span: Span;
}

/** Makes spans of requests, operations and statements, and sends them to a collector. */
export class Tracing {
  readonly #current = new AsyncLocalStorage<Current>();

  constructor(
    private readonly tracer: Tracer,
    private readonly shutdown: () => Promise<void>,
  ) {}

  /** Begins the span of a request, under that of its caller where it has one. */
  request(name: string, parent: TraceParent | null, attributes: Attributes): Span {
    const { traceId, spanId, traceFlags } = parent ?? {};
    const context =
      traceId && spanId
        ? trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: traceFlags ?? 0, isRemote: true })
        : ROOT_CONTEXT;
    return this.tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, context);
  }

  /** Runs the work of a request. */
  within(span: Span, work: () => void): void {
    this.#current.run({ span }, work);
  }

  /** Begins the span of an operation in the request under way; the function that it returns ends it. */
  operation(name: string, attributes: Attributes): () => void {
    const current = this.#current.getStore();
    if (!current) return () => undefined;
    const request = current.span;
    const span = this.tracer.startSpan(name, { attributes }, under(request));
    current.span = span;
    return () => {
      span.end();
      current.span = request;
    };
  }

  /** Makes a span of each statement of a request; others have none. */
  readonly statement: StatementObserver = (file) => {
    const current = this.#current.getStore();
    if (!current) return () => undefined;
    const attributes = { 'db.system.name': 'neo4j', 'db.query.summary': file };
    const span = this.tracer.startSpan(file, { kind: SpanKind.CLIENT, attributes }, under(current.span));
    return (failure) => {
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    };
  };

  /** Sends what has not been sent, as far as the collector takes it. */
  async close(): Promise<void> {
    await this.shutdown();
  }
}

const under = (span: Span): Context => trace.setSpan(ROOT_CONTEXT, span);

/**
 * Opens the way to the collector that the configuration names; undefined where it names none, and nothing is loaded then.
 * Where to send, with which headers, and which traces, OpenTelemetry reads from its own variables.
 */
export async function openTracing({ tracing }: Pick<Config, 'tracing'>, log: Logger): Promise<Tracing | undefined> {
  if (tracing === null) return undefined;
  const [
    { BasicTracerProvider, BatchSpanProcessor },
    { defaultResource, resourceFromAttributes },
    { OTLPTraceExporter },
  ] = await Promise.all([
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/resources'),
    tracing.format === 'http/json'
      ? import('@opentelemetry/exporter-trace-otlp-http')
      : import('@opentelemetry/exporter-trace-otlp-proto'),
  ]);
  const tell = (message: string, ...more: unknown[]): void => log.warn({ more }, `Traces: ${message}`);
  const quiet = (): void => undefined;
  diag.setLogger({ error: tell, warn: tell, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.WARN);
  const provider = new BasicTracerProvider({
    resource: defaultResource().merge(
      resourceFromAttributes({ 'service.name': tracing.service, 'service.version': projectVersion }),
    ),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const shutdown = () => provider.shutdown().catch((error: Error) => tell(error.message));
  return new Tracing(provider.getTracer('research-graph', projectVersion), shutdown);
}

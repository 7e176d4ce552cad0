import type { ApolloServerPlugin } from '@apollo/server';
import { type Span, SpanStatusCode } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../observe/metrics.js';
import { readTraceParent } from '../observe/trace-parent.js';
import type { Tracing } from '../observe/tracing.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What became of it as a GraphQL request; null where it is none, or was not read as one. */
    asked: AskedOperation | null;
    /** Null where nobody collects traces. */
    span: Span | null;
  }
}

/** What is said of an operation in the log and in figures; nothing of its text or its variables. */
export interface AskedOperation {
  /** Undefined where the operation has no name, or was not found. */
  readonly name: string | undefined;
  /** Whether the document was valid and had the operation that was asked for. */
  readonly isFound: boolean;
  /** `OK`, or the code of its first error. */
  readonly code: string;
}

/** What observing needs in the context of a request. */
export interface ObservedContext {
  readonly request: FastifyRequest;
}

/** Where what is observed goes; what is absent is not wanted. */
export interface Observers {
  readonly metrics?: Metrics | undefined;
  readonly tracing?: Tracing | undefined;
}

/** Routes that are asked all the time, by machines or by each page: they are told of at `debug` alone. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics', '/assets/*', '/favicon.svg']);
/** What `asked` is read from. */
const GRAPHQL = '/graphql';
/** Characters of an operation's name that are repeated: it is as long as its client likes. */
const LONGEST_NAME = 100;

/** Names each answer, and tells log, metrics and traces of it when it is out. */
export function observeRequests(app: FastifyInstance, { metrics, tracing }: Observers): void {
  app.decorateRequest('asked', null);
  app.decorateRequest('span', null);
  app.addHook('onRequest', (request, reply, done) => {
    reply.raw.setHeader('x-request-id', request.id);
    if (tracing) beginSpan(request, tracing);
    done();
  });
  if (tracing)
    app.addHook('preHandler', ({ span }, _reply, done) => {
      if (span) tracing.within(span, done);
      else done();
    });
  app.addHook('onResponse', (request, reply, done) => {
    tell(request, reply, metrics);
    done();
  });
  app.addHook('onRequestAbort', (request, done) => {
    tellOfLeaving(request, metrics);
    done();
  });
}

function beginSpan(request: FastifyRequest, tracing: Tracing): void {
  const { method, headers } = request;
  const route = routeOf(request);
  const attributes = { 'http.request.method': method, 'http.route': route };
  request.span = tracing.request(`${method} ${route}`, readTraceParent(headers.traceparent), attributes);
  request.log = request.log.child({ traceId: request.span.spanContext().traceId });
}

const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? 'unknown';

function tell(request: FastifyRequest, reply: FastifyReply, metrics: Metrics | undefined): void {
  const { asked, span, log } = request;
  const { statusCode: status, elapsedTime } = reply;
  const route = routeOf(request);
  const entry = { method: request.method, route, status, ms: Math.round(elapsedTime * 10) / 10 };
  const operation = asked && { operation: asked.name, code: asked.code };
  log[QUIET.has(route) ? 'debug' : 'info']({ ...entry, ...operation }, 'A request was answered');
  span?.setAttribute('http.response.status_code', status);
  if (status >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
  span?.end();
  if (!metrics) return;
  const seconds = elapsedTime / 1_000;
  metrics.answered({ route, status, seconds });
  if (asked?.isFound) metrics.executed({ name: asked.name, code: asked.code, seconds });
  else if (route === GRAPHQL) metrics.turnedAway(asked?.code ?? `HTTP_${status}`);
}

/** Who leaves before the answer gets none; in figures it is told from answers by a status that is never sent. */
const LEFT = 499;

function tellOfLeaving(request: FastifyRequest, metrics: Metrics | undefined): void {
  const route = routeOf(request);
  request.log.info({ method: request.method, route }, 'A caller left before the answer');
  request.span?.setAttribute('http.response.status_code', LEFT);
  request.span?.end();
  metrics?.answered({ route, status: LEFT, seconds: 0 });
}

/** Notes what became of each operation, and makes a span of its execution. */
export const observePlugin = ({ metrics, tracing }: Observers): ApolloServerPlugin<ObservedContext> => ({
  async requestDidStart({ contextValue }) {
    let isParsed = false;
    return {
      async parsingDidStart() {
        isParsed = true;
      },
      async didResolveOperation() {
        metrics?.looked('documents', !isParsed);
      },
      async executionDidStart({ operationName, operation }) {
        const name = shown(operationName);
        const ended = tracing?.operation(name ?? operation.operation, {
          'graphql.operation.type': operation.operation,
          ...(name !== undefined && { 'graphql.operation.name': name }),
        });
        return ended && { executionDidEnd: async () => ended() };
      },
      async willSendResponse({ operation, operationName, errors }) {
        contextValue.request.asked = {
          name: shown(operationName),
          isFound: operation !== undefined,
          code: errors?.[0] === undefined ? 'OK' : codeOf(errors[0].extensions.code),
        };
      },
    };
  },
});

const shown = (name: string | null | undefined): string | undefined => name?.slice(0, LONGEST_NAME);

/** Codes are a handful; what is none of ours is masked, so it is not counted under its own name either. */
const codeOf = (code: unknown): string =>
  typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'INTERNAL_SERVER_ERROR';

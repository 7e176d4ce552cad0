import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Login } from '../auth/login.js';
import type { AnswerCache } from '../cache/answer-cache.js';
import type { Context } from '../context.js';
import { PublicError } from '../core/errors.js';
import { type RequestKey, requestKey } from '../core/request-key.js';
import type { Viewer } from '../core/viewer.js';
import type { Budget } from '../limits/budget.js';
import { projectPath } from '../project.js';
import { accountHooks } from './account.js';
import { Admission, type AdmissionLimits } from './admission.js';
import { authentication, refuse } from './authenticate.js';
import { answerClientError } from './client-error.js';
import { allowOrigins } from './cors.js';
import { deadlineHook, timed } from './deadline.js';
import { errorAnswer } from './error-answer.js';
import { errorBody } from './error-body.js';
import { addExports } from './exports.js';
import { addGraphQL } from './graphql.js';
import { addHealth } from './health.js';
import { limitLogins } from './login-limit.js';
import { addMetrics } from './metrics.js';
import { type Observers, observeRequests } from './observe.js';
import { addPage } from './page.js';
import { requestIdOf } from './request-id.js';
import { addSecurityHeaders, protectAnswer } from './security-headers.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the client calls the request; null where it has no name. */
    key: RequestKey | null;
  }
  interface FastifyInstance {
    /** Takes no more requests on, tells `/readyz` so, and resolves when those under way are answered. */
    drain(): Promise<void>;
  }
}

/** What the HTTP server needs from the rest of the house. */
export interface HttpOptions extends Observers {
  readonly schema: GraphQLSchema;
  readonly createContext: (viewer: Viewer | null, key?: RequestKey | null, signal?: AbortSignal) => Context;
  /** Rejects where the database cannot be reached. */
  readonly verifyDatabase: () => Promise<void>;
  /** How people are known; where absent nobody can log in. */
  readonly login?: Login | undefined;
  /** Keeps answers that the graph alone determines; none are kept where absent. */
  readonly answers?: AnswerCache | undefined;
  /** What callers may spend; absent where they are not limited. */
  readonly budget?: Budget | undefined;
  /** Requests for the login that an address may send; absent where they are not limited. */
  readonly loginBudget?: Budget | undefined;
  /** Origins whose pages may read answers; none where absent. */
  readonly corsOrigins?: readonly string[] | undefined;
  /** Whether metrics are for all who reach the server; for this machine alone where absent. */
  readonly metricsForAll?: boolean | undefined;
  /** Proxies whose X-Forwarded-For is believed; none where absent. */
  readonly trustedProxies?: number | undefined;
  /** Milliseconds in which a request is answered; `DEADLINE` where absent. */
  readonly deadline?: number | undefined;
  /** Milliseconds after which a client that does not read on is left; `STALLED` where absent. */
  readonly stalled?: number | undefined;
  /** How much is taken on at once; `ADMISSION` where absent. */
  readonly admission?: AdmissionLimits | undefined;
  /** Where the built page lies; `dist/web` of the project where absent. */
  readonly pageFolder?: string | undefined;
  readonly log: Logger;
}

/** What a process does well at once: more in work make each slower, and no more done. */
export const ADMISSION: AdmissionLimits = { inWork: 128, waiting: 256, patience: 1_000, values: 4_000_000 };
/** Of five seconds, less what it takes to write the answer. */
const DEADLINE = 4_500;
/** The longest that a client may leave an answer unread, in milliseconds: it holds a place, and the answer memory. */
const STALLED = 20_000;
const MAX_CONNECTIONS = 2_000;
/** Bodies are read before anybody has paid for them. */
const BODY_LIMIT = 200_000;
/** Longest time in which a request must have come in, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/**
 * Makes the HTTP server: the page at `/`, `/graphql`, `/export`, health, `/metrics`, pages of the login. The caller
 * listens, drains and closes.
 */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { deadline = DEADLINE } = options;
  const app = newServer(options);
  app.server.maxConnections = MAX_CONNECTIONS;
  const admission = new Admission(options.admission ?? ADMISSION);
  app.setErrorHandler(errorAnswer);
  observeRequests(app, options);
  addSecurityHeaders(app);
  await allowOrigins(app, options.corsOrigins ?? []);
  limitLogins(app, options.loginBudget);
  await addPage(app, options.pageFolder ?? projectPath('dist', 'web'), options.login?.page);
  const account = accountHooks(app, options.budget);
  app.decorateRequest('key', null);
  const caller = {
    onRequest: [
      hostIsRead,
      timed(app, authentication(app, options.login)),
      account.onRequest ?? [],
      refuse,
      named,
    ].flat(),
    preHandler: [deadlineHook(app, deadline), admission.hook],
    onSend: account.onSend ?? [],
  };
  await addGraphQL(app, { ...options, admission }, caller);
  closeConnectionsWhenDraining(app, admission);
  addExports(app, { ...options, deadline }, caller);
  addHealth(app, options.verifyDatabase, admission);
  if (options.metrics) addMetrics(app, options.metrics, admission, options.metricsForAll ?? false);
  options.login?.addRoutes?.(app);
  return app;
}

function newServer({ trustedProxies = 0, stalled = STALLED, log }: HttpOptions): FastifyInstance {
  return fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionTimeout: stalled,
    forceCloseConnections: 'idle',
    // Fastify takes no number of proxies: it cannot tell whether a caller went round them. That is the operator's to see to.
    trustProxy: trustedProxies > 0 && ((_address: string, hop: number) => hop < trustedProxies),
    loggerInstance: log as FastifyBaseLogger,
    genReqId: requestIdOf,
    logController: new LogController({ requestIdLogLabel: 'requestId', disableRequestLogging: true }),
    clientErrorHandler: answerClientError,
    // What cannot be routed goes by no hook.
    frameworkErrors(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
      protectAnswer(request, reply);
      reply.raw.setHeader('x-request-id', request.id);
      return reply.status(error.statusCode ?? 400).send(errorBody(error.message, 'BAD_REQUEST'));
    },
  });
}

/** What is no host would fail where an address is made of it. */
const hostIsRead = async ({ headers: { host = 'localhost' } }: FastifyRequest): Promise<void> => {
  if (!URL.canParse(`http://${host}`)) throw new PublicError('BAD_USER_INPUT', 'The Host header does not name a host.');
};

/** Notes what a request is called by its client. */
const named = async (request: FastifyRequest): Promise<void> => {
  request.key = requestKey(request.raw.headersDistinct['idempotency-key']);
};

/** A connection that answers while the server closes would else be kept for a next request, and hold the close up. */
function closeConnectionsWhenDraining(app: FastifyInstance, admission: Admission): void {
  app.decorate('drain', () => admission.drain());
  app.addHook('preClose', async () => void admission.drain());
  app.addHook('onSend', async (_request, reply) => {
    if (admission.draining) reply.header('connection', 'close');
  });
}
